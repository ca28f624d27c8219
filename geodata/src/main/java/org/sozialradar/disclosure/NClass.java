package org.sozialradar.disclosure;

import java.util.Optional;

/**
 * Classes of the number of respondents behind a published value. The number itself is never
 * published.
 */
public enum NClass {
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

  /** The least number of respondents of the class. */
  public int least() {
    return least;
  }

  /** The largest number of respondents of the class; the last class has no upper end. */
  public int most() {
    return most;
  }

  /** Name for readers of all languages, such as {@code 10–19} or {@code 250+}. */
  public String label() {
    return this == FROM_250 ? least + "+" : least + "–" + most;
  }

  /** The class of a number of respondents; empty below the first class. */
  public static Optional<NClass> of(int respondents) {
    for (var candidate : values()) {
      if (candidate.least <= respondents && respondents <= candidate.most) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /**
   * The class of a letter.
   *
   * @throws IllegalArgumentException for a letter that stands for none
   */
  public static NClass ofLetter(char letter) {
    for (var candidate : values()) {
      if (candidate.letter == letter) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("no class of respondents has the letter " + letter);
  }
}
