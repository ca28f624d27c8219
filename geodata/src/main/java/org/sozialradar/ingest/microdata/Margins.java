package org.sozialradar.ingest.microdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.area.AreaCode;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.table.MalformedCellException;
import org.sozialradar.survey.Questionnaire;
import org.sozialradar.survey.RakingMargin;

/** The margins of an import, and the category of each respondent. Not for use by many threads. */
final class Margins {
  private final List<Margin> margins = new ArrayList<>();

  private static final class Margin {
    final String name;
    final MarginParts parts;
    final List<String> labels;
    final List<Double> totals;
    final Map<String, Integer> positions = new LinkedHashMap<>();
    int[] categories = new int[1024];
    int size;

    Margin(String name, MarginParts parts, Map<String, Double> totals) {
      this.name = name;
      this.parts = parts;
      labels = List.copyOf(totals.keySet());
      this.totals = List.copyOf(totals.values());
      labels.forEach(label -> positions.put(label, positions.size()));
    }

    void add(int category) {
      if (size == categories.length) {
        categories = Arrays.copyOf(categories, 2 * size);
      }
      categories[size++] = category;
    }

    int position(Optional<String> category) throws MalformedCellException {
      if (category.isEmpty()) {
        return RakingMargin.UNKNOWN;
      }
      var position = positions.get(category.get());
      if (position == null) {
        throw new MalformedCellException(MarginIssues.CATEGORY_UNKNOWN, name);
      }
      return position;
    }

    RakingMargin raking() {
      return new RakingMargin(
          name,
          labels.stream().map(LocalizedText::same).toList(),
          totals,
          Arrays.copyOf(categories, size));
    }
  }

  /**
   * @param totals totals by category by margin, as {@link MarginFile} reads them
   */
  Margins(Map<String, Map<String, Double>> totals, Questionnaire questionnaire, SurveyAreas areas) {
    totals.forEach(
        (name, categories) ->
            margins.add(new Margin(name, new MarginParts(name, questionnaire, areas), categories)));
  }

  boolean isEmpty() {
    return margins.isEmpty();
  }

  /** Their names, in the order of the tables. */
  List<String> names() {
    return margins.stream().map(margin -> margin.name).toList();
  }

  /** Headings that the margins need in the file of answers. */
  List<String> columns() {
    return margins.stream().flatMap(margin -> margin.parts.columns().stream()).toList();
  }

  /**
   * The categories of a respondent in all margins, to be added once the respondent is accepted.
   *
   * @throws MalformedCellException if a category has no total
   */
  List<Integer> categories(AnswerRow row, AreaCode area) throws MalformedCellException {
    var found = new ArrayList<Integer>();
    for (var margin : margins) {
      found.add(margin.position(margin.parts.category(row, area)));
    }
    return found;
  }

  /** Takes the next respondent's categories. */
  void add(List<Integer> categories) {
    for (int i = 0; i < margins.size(); i++) {
      margins.get(i).add(categories.get(i));
    }
  }

  /**
   * The margins with the categories of all respondents.
   *
   * @throws org.sozialradar.survey.InvalidSampleException if totals make no sense
   */
  List<RakingMargin> raking() {
    return margins.stream().map(Margin::raking).toList();
  }
}
