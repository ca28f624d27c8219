package org.sozialradar.survey;

import java.util.List;
import org.sozialradar.dataset.LocalizedText;

/**
 * Known totals of the population that weights are to meet, such as persons by age and sex, and the
 * category of each respondent. Immutable.
 */
public final class RakingMargin {
  /** Stands for a respondent whose category is not known. */
  public static final int UNKNOWN = -1;

  private final String name;
  private final List<LocalizedText> labels;
  private final List<Double> totals;
  private final int[] categories;

  /**
   * A margin.
   *
   * @param name what reports call it
   * @param labels label of each category, at least one
   * @param totals population of each category, finite, 0 or more, some above 0
   * @param categories category of each respondent as a position in {@code labels}, or {@link
   *     #UNKNOWN}
   * @throws InvalidSampleException {@code margin-total-invalid}
   * @throws IllegalArgumentException if labels and totals differ in number or a category is none
   */
  public RakingMargin(
      String name, List<LocalizedText> labels, List<Double> totals, int[] categories) {
    if (labels.isEmpty() || labels.size() != totals.size()) {
      throw new IllegalArgumentException(labels.size() + " labels, " + totals.size() + " totals");
    }
    for (int category : categories) {
      if (category < UNKNOWN || category >= labels.size()) {
        throw new IllegalArgumentException("category " + category + " of " + labels.size());
      }
    }
    this.name = name;
    this.labels = List.copyOf(labels);
    this.totals = List.copyOf(totals);
    this.categories = categories.clone();
    requireTotals();
  }

  private void requireTotals() {
    for (int c = 0; c < totals.size(); c++) {
      if (!(totals.get(c) >= 0 && totals.get(c) <= Double.MAX_VALUE)) {
        throw new InvalidSampleException(
            "margin-total-invalid",
            -1,
            name + ": die Summe von „" + labels.get(c).de() + "“ ist negativ oder keine Zahl",
            name + ": the total of '" + labels.get(c).en() + "' is negative or no number");
      }
    }
    if (!(total() > 0)) {
      throw new InvalidSampleException(
          "margin-total-invalid", -1, name + ": alle Summen sind 0", name + ": all totals are 0");
    }
  }

  public String name() {
    return name;
  }

  public List<LocalizedText> labels() {
    return labels;
  }

  public List<Double> totals() {
    return totals;
  }

  /** Population of all categories. */
  public double total() {
    return totals.stream().mapToDouble(Double::doubleValue).sum();
  }

  public int respondents() {
    return categories.length;
  }

  /** Category of a respondent, {@link #UNKNOWN} if it is not known. */
  public int category(int respondent) {
    return categories[respondent];
  }
}
