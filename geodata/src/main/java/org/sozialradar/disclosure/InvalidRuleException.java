package org.sozialradar.disclosure;

import org.sozialradar.dataset.LocalizedText;

/** A threshold of a rule of publication has a value that it cannot have. */
public final class InvalidRuleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String threshold;
  private final transient LocalizedText text;

  InvalidRuleException(String threshold, double value, String range) {
    super("survey rule: " + threshold + " cannot be " + value + " (" + range + ")");
    this.threshold = threshold;
    String shown = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    text =
        new LocalizedText(
            "der Wert %s liegt nicht im erlaubten Bereich (%s)".formatted(shown, range),
            "the value %s is not in the range that is allowed (%s)".formatted(shown, range));
  }

  /** The threshold, as {@link SurveyRule#toMap()} names it. */
  public String threshold() {
    return threshold;
  }

  /** What is wrong, for people. */
  public LocalizedText text() {
    return text;
  }
}
