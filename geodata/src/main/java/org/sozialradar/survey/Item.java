package org.sozialradar.survey;

import java.util.HashSet;
import java.util.List;
import org.sozialradar.dataset.LocalizedText;

/**
 * One question of a questionnaire.
 *
 * <p>Answers are kept as their position in {@link #answers()}, {@link #NO_ANSWER} for none.
 *
 * @param id slug: {@code [a-z][a-z0-9_]{0,59}}
 * @param column heading of its column in the data file
 * @param wording the question or statement
 * @param answers 2 to 100 answers, in the order of the questionnaire
 * @param reverse whether a high number means little of what is measured; needs numeric codes
 * @param missingCodes codes that mean "no answer", such as {@code -9}; an empty cell always does
 */
public record Item(
    String id,
    String column,
    LocalizedText wording,
    List<Answer> answers,
    boolean reverse,
    List<String> missingCodes) {

  /** Stands for "no answer" instead of the position of an answer. */
  public static final byte NO_ANSWER = -1;

  /** Stands for a cell whose code the item does not know. */
  public static final byte UNKNOWN_CODE = -2;

  private static final int MOST_ANSWERS = 100;

  public Item {
    InvalidQuestionnaireException.requireId(id, "id");
    if (column.isBlank()) {
      throw new InvalidQuestionnaireException(
          "column-missing", "column", "die Spalte fehlt", "the column is missing");
    }
    answers = List.copyOf(answers);
    missingCodes = missingCodes.stream().map(String::strip).toList();
    InvalidQuestionnaireException.requireAtMost(MOST_ANSWERS, answers.size(), "answers");
    if (answers.size() < 2) {
      throw new InvalidQuestionnaireException(
          "answers-too-few",
          "answers",
          "eine Frage braucht mindestens zwei Antworten",
          "an item needs two answers or more");
    }
    requireDistinct(answers, missingCodes);
    if (reverse && !numeric(answers)) {
      throw new InvalidQuestionnaireException(
          "item-not-numeric",
          "reverse",
          "nur Fragen mit Zahlen als Antwortcodes lassen sich umpolen",
          "only items whose answer codes are numbers can be reversed");
    }
  }

  private static void requireDistinct(List<Answer> answers, List<String> missingCodes) {
    var seen = new HashSet<String>();
    for (int i = 0; i < answers.size(); i++) {
      if (!seen.add(answers.get(i).code())) {
        throw new InvalidQuestionnaireException(
            "answer-code-twice",
            "answers/" + i + "/code",
            "den Antwortcode „" + answers.get(i).code() + "“ gibt es zweimal",
            "the answer code '" + answers.get(i).code() + "' is there twice");
      }
    }
    for (int i = 0; i < missingCodes.size(); i++) {
      if (seen.contains(missingCodes.get(i))) {
        throw new InvalidQuestionnaireException(
            "missing-code-is-answer",
            "missingCodes/" + i,
            "„" + missingCodes.get(i) + "“ ist Antwort und fehlender Wert zugleich",
            "'" + missingCodes.get(i) + "' is an answer and a missing code at once");
      }
    }
  }

  private static boolean numeric(List<Answer> answers) {
    return answers.stream().allMatch(answer -> answer.findNumber().isPresent());
  }

  /** Whether all answer codes are whole numbers, so that a mean has a meaning. */
  public boolean isNumeric() {
    return numeric(answers);
  }

  /**
   * Position of the answer that a cell of the data file holds.
   *
   * @return the position, {@link #NO_ANSWER} for an empty cell or a missing code, {@link
   *     #UNKNOWN_CODE} for anything else
   */
  public byte position(String cell) {
    String code = cell.strip();
    if (code.isEmpty() || missingCodes.contains(code)) {
      return NO_ANSWER;
    }
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).code().equals(code)) {
        return (byte) i;
      }
    }
    return UNKNOWN_CODE;
  }

  /** Smallest and largest answer code. Only for numeric items. */
  public ScoreRange range() {
    var numbers = answers.stream().mapToInt(answer -> number(answer)).summaryStatistics();
    return new ScoreRange(numbers.getMin(), numbers.getMax());
  }

  /**
   * What an answer counts: its code, or least + greatest − code if the item is reversed. For codes
   * 1..k that is (k + 1) − code.
   *
   * @param position position of the answer, or {@link #NO_ANSWER}
   * @return the score; NaN for no answer
   */
  public double score(int position) {
    if (position == NO_ANSWER) {
      return Double.NaN;
    }
    int number = number(answers.get(position));
    return reverse ? range().least() + range().greatest() - number : number;
  }

  private int number(Answer answer) {
    return answer
        .findNumber()
        .orElseThrow(
            () -> new IllegalStateException("item " + id + " has an answer that is no number"));
  }
}
