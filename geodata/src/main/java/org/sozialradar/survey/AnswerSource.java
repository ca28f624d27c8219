package org.sozialradar.survey;

/** The answers of a sample, column by column. */
@FunctionalInterface
public interface AnswerSource {

  /**
   * The answers to an item.
   *
   * @return for each respondent, in the order of the sample, the position of the answer in {@link
   *     Item#answers()}, or {@link Item#NO_ANSWER}; not to be changed
   */
  byte[] answers(Item item);
}
