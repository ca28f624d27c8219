package org.sozialradar.survey;

/**
 * The values that a score can take.
 *
 * @param least smallest possible score
 * @param greatest largest possible score, above {@code least}
 */
public record ScoreRange(double least, double greatest) {
  public ScoreRange {
    if (!(least < greatest) || Double.isInfinite(greatest - least)) {
      throw new IllegalArgumentException("no range of scores: " + least + ".." + greatest);
    }
  }

  public double width() {
    return greatest - least;
  }
}
