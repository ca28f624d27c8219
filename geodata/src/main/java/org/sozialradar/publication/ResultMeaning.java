package org.sozialradar.publication;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.sozialradar.survey.Answer;
import org.sozialradar.survey.Item;
import org.sozialradar.survey.Proportion;
import org.sozialradar.survey.Questionnaire;
import org.sozialradar.survey.Scale;

/**
 * What a result is computed from and how, as a checksum: equal for results that have the same value
 * for every respondent, whatever they and their items are called and in which order they stand.
 *
 * <p>Items are told by their columns in the file of answers. Titles, wordings and labels do not
 * count: changing them changes no value.
 */
final class ResultMeaning {
  private ResultMeaning() {}

  static String of(Questionnaire questionnaire, Scale scale) {
    return DigestUtils.sha256Hex(mean(questionnaire, scale));
  }

  static String of(Questionnaire questionnaire, Proportion proportion) {
    return DigestUtils.sha256Hex(
        "share%s of %s"
            .formatted(
                list(proportion.codes().stream()), answers(questionnaire.item(proportion.item()))));
  }

  private static String mean(Questionnaire questionnaire, Scale scale) {
    var parts =
        scale.kind() == Scale.Kind.ITEMS
            ? scale.parts().stream().map(id -> score(questionnaire.item(id)))
            : scale.parts().stream().map(id -> mean(questionnaire, questionnaire.scale(id)));
    return "mean of %d or more of %s".formatted(scale.leastAnsweredParts(), list(parts));
  }

  private static String score(Item item) {
    return (item.reverse() ? "reversed " : "") + answers(item);
  }

  private static String answers(Item item) {
    return text(item.column()) + list(item.answers().stream().map(Answer::code));
  }

  /** Sorted, each within its length, so that no text passes for two. */
  private static String list(Stream<String> texts) {
    return texts.map(ResultMeaning::text).sorted().collect(Collectors.joining(",", "[", "]"));
  }

  private static String text(String any) {
    return any.length() + ":" + any;
  }
}
