package org.sozialradar.indicator;

/**
 * What stands behind an observation, after SDMX's observation status and the signs of German
 * official statistics (DIN 55301). A missing value is a status, not a number.
 */
public enum ObservationStatus {
  REPORTED('R', true),
  ESTIMATED('E', true),
  /** Converted from another edition of boundaries. */
  CONVERTED('C', true),
  PROVISIONAL('P', true),
  /**
   * Computed from several inputs of which some are missing for the area; those that are there count
   * for more instead.
   */
  INPUTS_INCOMPLETE('K', true),
  LIMITED_PRECISION('L', true),
  SUPPRESSED('S', false),
  TOO_IMPRECISE('I', false),
  /** Sign {@code .}: value unknown or kept secret by its publisher. */
  UNKNOWN_OR_SECRET('U', false),
  /** Sign {@code /}: no figure, as it is not reliable enough. */
  NOT_RELIABLE('N', false),
  /** Sign {@code x}: cell barred, as a figure would make no sense. */
  NOT_MEANINGFUL('X', false),
  /** Sign {@code ...}: figure follows later. */
  FOLLOWS_LATER('T', false),
  /** The cell is empty. */
  EMPTY('M', false),
  /** The source has no row for the area. */
  NO_ROW('O', false),
  /** The value belongs to another edition and cannot be converted. */
  NOT_CONVERTIBLE('V', false),
  /** Computed from other values of which one is missing. */
  INPUT_MISSING('D', false);

  private final char letter;
  private final boolean value;

  ObservationStatus(char letter, boolean value) {
    this.letter = letter;
    this.value = value;
  }

  /** The letter that stands for the status in stores and answers. */
  public char letter() {
    return letter;
  }

  /** Whether an observation of this status has a number. */
  public boolean hasValue() {
    return value;
  }

  /** Name in answers: lower case with hyphens, such as {@code not-reliable}. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /**
   * The status of a letter.
   *
   * @throws IllegalArgumentException for a letter that stands for none
   */
  public static ObservationStatus ofLetter(char letter) {
    for (var status : values()) {
      if (status.letter == letter) {
        return status;
      }
    }
    throw new IllegalArgumentException("no observation status has the letter " + letter);
  }
}
