package org.sozialradar.survey;

import org.sozialradar.dataset.LocalizedText;

/** A sample, or margins for its weights, with which no honest number can be computed. */
public final class InvalidSampleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final int row;
  private final transient LocalizedText text;

  InvalidSampleException(String code, int row, String de, String en) {
    super(row < 0 ? en : en + " (row " + row + ")");
    this.code = code;
    this.row = row;
    text = new LocalizedText(de, en);
  }

  /**
   * Stable name of the fault. Of the sample: {@code sample-empty}, {@code weight-invalid}, {@code
   * weights-all-zero}, {@code lonely-unit}, {@code variance-not-estimable}, {@code
   * population-units-invalid}, {@code population-units-differ}. Of margins: {@code
   * margins-missing}, {@code margin-total-invalid}, {@code margin-totals-differ}, {@code
   * margin-category-empty}, {@code margin-category-excluded}, {@code margin-unknown-all}, {@code
   * margins-contradict}.
   */
  public String code() {
    return code;
  }

  /** The respondent, counted from 0 in the order of the sample; −1 if the fault is of no row. */
  public int row() {
    return row;
  }

  /** What is wrong, for people. Holds no answer and no weight of a respondent. */
  public LocalizedText text() {
    return text;
  }
}
