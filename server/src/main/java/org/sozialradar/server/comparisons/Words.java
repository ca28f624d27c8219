package org.sozialradar.server.comparisons;

import java.util.Locale;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;
import org.sozialradar.survey.Comparison;

/** Says in German and English what a comparison came to. */
final class Words {
  private static final Texts GERMAN = Texts.of(Words.class, "comparisons", Language.GERMAN);
  private static final Texts ENGLISH = Texts.of(Words.class, "comparisons", Language.ENGLISH);

  private Words() {}

  private static LocalizedText text(String key, Object... arguments) {
    return new LocalizedText(GERMAN.get(key, arguments), ENGLISH.get(key, arguments));
  }

  /** Name of a verdict in answers. */
  static String label(Comparison.Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A verdict in a sentence, with the names of the two areas. */
  static LocalizedText of(Comparison.Verdict verdict, String area, String other) {
    return text("verdict." + label(verdict), area, other);
  }

  /**
   * Why nothing can be said.
   *
   * @param values whether both areas have values
   */
  static LocalizedText ofNothing(boolean values) {
    return text(values ? "no-interval" : "no-value");
  }

  /** What the dependence of two values means for the interval of their difference. */
  static LocalizedText ofDependence(String dependence) {
    return text("dependence." + dependence);
  }
}
