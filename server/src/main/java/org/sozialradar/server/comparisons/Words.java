package org.sozialradar.server.comparisons;

import java.util.Locale;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.server.text.Bilingual;
import org.sozialradar.survey.Comparison;

/** Says in German and English what a comparison came to. */
final class Words {
  private static final Bilingual TEXTS = Bilingual.of(Words.class, "comparisons");

  private Words() {}

  /** Name of a verdict in answers. */
  static String label(Comparison.Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A verdict in a sentence, with the names of the two areas. */
  static LocalizedText of(Comparison.Verdict verdict, String area, String other) {
    return TEXTS.get("verdict." + label(verdict), area, other);
  }

  /**
   * Why nothing can be said.
   *
   * @param values whether both areas have values
   */
  static LocalizedText ofNothing(boolean values) {
    return TEXTS.get(values ? "no-interval" : "no-value");
  }

  /** What the dependence of two values means for the interval of their difference. */
  static LocalizedText ofDependence(String dependence) {
    return TEXTS.get("dependence." + dependence);
  }
}
