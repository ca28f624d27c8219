package org.sozialradar.indicator;

import java.util.List;

/**
 * How many respondents a direct result of a survey rests on, as far as that may be told: exact
 * numbers are never published, and none at all of results that are suppressed.
 */
public enum NClass {
  /** No direct result of a survey, or one that is not shown. */
  NONE('-', 0, 0),
  /** Only where a rule of publication allows fewer than 10. */
  BELOW_10('0', 1, 9),
  FROM_10('a', 10, 19),
  FROM_20('b', 20, 49),
  FROM_50('c', 50, 99),
  FROM_100('d', 100, 249),
  FROM_250('e', 250, Integer.MAX_VALUE);

  private final char letter;
  private final int least;
  private final int most;

  NClass(char letter, int least, int most) {
    this.letter = letter;
    this.least = least;
    this.most = most;
  }

  /** The letter that stands for the class in stores and answers. */
  public char letter() {
    return letter;
  }

  /** Fewest respondents of the class. */
  public int least() {
    return least;
  }

  /** Most respondents of the class; {@link Integer#MAX_VALUE} if it is open. */
  public int most() {
    return most;
  }

  /** Name in answers, such as {@code 20-49} or {@code 250+}; empty for none. */
  public String label() {
    if (this == NONE) {
      return "";
    }
    return most == Integer.MAX_VALUE ? least + "+" : least + "-" + most;
  }

  /**
   * The class of a number of respondents.
   *
   * @throws IllegalArgumentException below 1
   */
  public static NClass of(int respondents) {
    for (var one : values()) {
      if (one != NONE && one.least <= respondents && respondents <= one.most) {
        return one;
      }
    }
    throw new IllegalArgumentException("no class holds " + respondents + " respondents");
  }

  /** The letters of the cells' classes; empty if no cell has one. */
  public static String letters(List<Estimate> cells) {
    if (cells.stream().allMatch(cell -> cell.nClass() == NONE)) {
      return "";
    }
    var letters = new StringBuilder(cells.size());
    cells.forEach(cell -> letters.append(cell.nClass().letter()));
    return letters.toString();
  }

  /**
   * The class of a letter.
   *
   * @throws IllegalArgumentException for a letter that stands for none
   */
  public static NClass ofLetter(char letter) {
    for (var one : values()) {
      if (one.letter == letter) {
        return one;
      }
    }
    throw new IllegalArgumentException("no class of respondents has the letter " + letter);
  }
}
