package org.sozialradar.ingest.microdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.survey.Item;
import org.sozialradar.survey.Questionnaire;

/**
 * Where the category of a respondent comes from: items, levels of areas or further columns of the
 * file of answers.
 */
final class MarginParts {
  private static final String SEPARATOR = "*";

  private final List<Part> parts = new ArrayList<>();
  private final List<String> columns = new ArrayList<>();

  /** One part of a category; empty if it is not known of the respondent. */
  private interface Part {
    Optional<String> of(AnswerRow row, AreaCode area);
  }

  /**
   * The parts that a margin's name means.
   *
   * @param name an item's id, a level's id or a heading, or several with {@code *} between
   */
  MarginParts(String name, Questionnaire questionnaire, SurveyAreas areas) {
    for (var part : split(name)) {
      var item = questionnaire.findItem(part);
      if (item.isPresent()) {
        columns.add(item.get().column());
        parts.add((row, area) -> answer(item.get(), row));
      } else if (areas.levels().stream().map(AreaLevel::id).anyMatch(part::equals)) {
        Map<AreaCode, AreaCode> held = areas.onLevel(part);
        parts.add((row, area) -> Optional.ofNullable(held.get(area)).map(AreaCode::value));
      } else {
        columns.add(part);
        parts.add((row, area) -> Optional.of(row.text(part)).filter(text -> !text.isEmpty()));
      }
    }
  }

  private static Optional<String> answer(Item item, AnswerRow row) {
    byte position = AnswerCell.position(item, row.text(item.column()));
    return position < 0 ? Optional.empty() : Optional.of(item.answers().get(position).code());
  }

  /** Headings that are needed in the file of answers. */
  List<String> columns() {
    return List.copyOf(columns);
  }

  /** The category of a respondent, as tables write it; empty if a part is not known. */
  Optional<String> category(AnswerRow row, AreaCode area) {
    List<Optional<String>> found = parts.stream().map(part -> part.of(row, area)).toList();
    return found.stream().allMatch(Optional::isPresent)
        ? Optional.of(join(found.stream().flatMap(Optional::stream).toList()))
        : Optional.empty();
  }

  static List<String> split(String text) {
    Function<String, String> clean = part -> part.strip().replaceAll("\\s+", " ");
    return Arrays.stream(text.split("[*×]", -1)).map(clean).toList();
  }

  static String join(List<String> parts) {
    return String.join(SEPARATOR, parts);
  }
}
