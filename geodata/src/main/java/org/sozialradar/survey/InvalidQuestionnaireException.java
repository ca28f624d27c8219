package org.sozialradar.survey;

import java.util.regex.Pattern;
import org.sozialradar.dataset.LocalizedText;

/** A questionnaire that contradicts itself; thrown by the records that make it up. */
public final class InvalidQuestionnaireException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,59}");

  private final String code;
  private final String field;
  private final transient LocalizedText text;

  InvalidQuestionnaireException(String code, String field, String de, String en) {
    super(field.isEmpty() ? en : field + ": " + en);
    this.code = code;
    this.field = field;
    text = new LocalizedText(de, en);
  }

  /**
   * Stable name of the fault: {@code id-invalid}, {@code id-twice}, {@code too-many-entries},
   * {@code answer-code-twice}, {@code answer-code-invalid}, {@code answers-too-few}, {@code
   * missing-code-is-answer}, {@code column-missing}, {@code column-twice}, {@code
   * item-not-numeric}, {@code item-unknown}, {@code scale-unknown}, {@code scale-too-short}, {@code
   * scale-part-twice}, {@code scale-nested}, {@code scale-ranges-differ}, {@code
   * share-out-of-range}, {@code code-unknown}, {@code codes-missing}, {@code codes-all}, {@code
   * area-link-invalid}, {@code nothing-to-estimate}.
   */
  public String code() {
    return code;
  }

  /**
   * Where the fault is, as keys and positions from 0 with slashes between, relative to the record
   * that was being made: {@code scales/2/parts/0} for a questionnaire, {@code answers/3} for an
   * item; empty for the record itself.
   */
  public String field() {
    return field;
  }

  /** What is wrong, for people. */
  public LocalizedText text() {
    return text;
  }

  static void requireId(String id, String field) {
    if (!ID.matcher(id).matches()) {
      throw new InvalidQuestionnaireException(
          "id-invalid",
          field,
          "„"
              + id
              + "“ ist keine Kennung: ein kleiner Buchstabe, dann bis zu 59 kleine Buchstaben,"
              + " Ziffern oder _",
          "'"
              + id
              + "' is no id: a lower-case letter, then up to 59 lower-case letters, digits or _");
    }
  }

  static void requireAtMost(int most, int size, String field) {
    if (size > most) {
      throw new InvalidQuestionnaireException(
          "too-many-entries",
          field,
          size + " Einträge, höchstens " + most + " sind erlaubt",
          size + " entries, at most " + most + " are allowed");
    }
  }
}
