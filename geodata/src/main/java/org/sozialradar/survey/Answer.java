package org.sozialradar.survey;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.sozialradar.dataset.LocalizedText;

/**
 * One of the answers that an item offers.
 *
 * @param code what stands in the data file, 1 to 40 characters without surrounding blanks; items of
 *     scales have whole numbers
 * @param label what the respondent read
 */
public record Answer(String code, LocalizedText label) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,4}");

  public Answer {
    if (code.isEmpty() || code.length() > 40 || !code.equals(code.strip())) {
      throw new InvalidQuestionnaireException(
          "answer-code-invalid",
          "code",
          "„" + code + "“ ist kein Antwortcode: 1 bis 40 Zeichen ohne Leerzeichen am Rand",
          "'" + code + "' is no answer code: 1 to 40 characters without blanks around them");
    }
  }

  /** The code as a number, if it is a whole one. */
  public OptionalInt findNumber() {
    return NUMBER.matcher(code).matches()
        ? OptionalInt.of(Integer.parseInt(code))
        : OptionalInt.empty();
  }
}
