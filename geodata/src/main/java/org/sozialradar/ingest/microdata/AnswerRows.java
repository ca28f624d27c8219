package org.sozialradar.ingest.microdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sozialradar.area.AreaCode;
import org.sozialradar.ingest.ImportIssues;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.IssueType;
import org.sozialradar.ingest.table.MalformedCellException;
import org.sozialradar.survey.Item;
import org.sozialradar.survey.Questionnaire;
import org.sozialradar.survey.microdata.Respondents;

/** Checks rows of answers and collects respondents. Not safe for use by many threads. */
final class AnswerRows implements Consumer<AnswerRow> {
  private final Questionnaire questionnaire;
  private final AreaFinder finder;
  private final Margins margins;
  private final String file;
  private final ImportIssues issues;
  private final Respondents.Builder builder;
  private final DecimalColumn weights = new DecimalColumn();
  private final DecimalColumn populations = new DecimalColumn();
  private long[] rows = new long[1024];
  private long read;

  AnswerRows(
      Questionnaire questionnaire,
      AreaFinder finder,
      Margins margins,
      String file,
      ImportIssues issues) {
    this.questionnaire = questionnaire;
    this.finder = finder;
    this.margins = margins;
    this.file = file;
    this.issues = issues;
    var design = questionnaire.design();
    builder =
        new Respondents.Builder(
            questionnaire.items().stream().map(Item::id).toList(),
            design.hasStratum(),
            design.hasUnit());
  }

  /** A value of a cell, or why there is none. */
  private interface Reading<T> {
    T read() throws MalformedCellException;
  }

  @Override
  public void accept(AnswerRow row) {
    read++;
    long before = issues.total();
    var design = questionnaire.design();
    Optional<AreaCode> area =
        read(row, finder.column(), () -> Optional.of(finder.find(row)), Optional.empty());
    double weight = read(row, design.weight(), () -> weight(row), 1.0);
    String stratum = text(row, design.stratum(), SurveyIssues.STRATUM_MISSING);
    String unit = text(row, design.unit(), SurveyIssues.UNIT_MISSING);
    double population = read(row, design.populationUnits(), () -> population(row), Double.NaN);
    var positions = positions(row);
    List<Integer> categories =
        area.isEmpty()
            ? List.of()
            : read(row, "", () -> margins.categories(row, area.get()), List.of());
    if (area.isPresent() && issues.total() == before) {
      remember(row.number());
      builder.add(new Respondents.Row(area.get(), weight, stratum, unit, population, positions));
      margins.add(categories);
    }
  }

  private <T> T read(AnswerRow row, String column, Reading<T> reading, T otherwise) {
    try {
      return reading.read();
    } catch (MalformedCellException e) {
      var place = new IssuePlace(file, row.number(), column);
      issues.add(e.type().at(place, "", e.arguments()));
      return otherwise;
    }
  }

  private double weight(AnswerRow row) throws MalformedCellException {
    if (!questionnaire.design().hasWeight()) {
      return 1;
    }
    var cell = row.cell(questionnaire.design().weight());
    if (cell.isEmpty()) {
      throw new MalformedCellException(SurveyIssues.WEIGHT_MISSING);
    }
    double weight = weights.read(cell);
    if (weight < 0) {
      throw new MalformedCellException(SurveyIssues.WEIGHT_NEGATIVE);
    }
    return weight;
  }

  private double population(AnswerRow row) throws MalformedCellException {
    return questionnaire.design().hasPopulationUnits()
        ? populations.read(row.cell(questionnaire.design().populationUnits()))
        : Double.NaN;
  }

  private String text(AnswerRow row, String column, IssueType missing) {
    if (column.isEmpty()) {
      return "";
    }
    String text = row.text(column);
    if (text.isEmpty()) {
      issues.add(missing.at(new IssuePlace(file, row.number(), column), ""));
    }
    return text;
  }

  private List<Byte> positions(AnswerRow row) {
    var positions = new ArrayList<Byte>(questionnaire.items().size());
    for (var item : questionnaire.items()) {
      byte position = AnswerCell.position(item, row.text(item.column()));
      if (position == Item.UNKNOWN_CODE) {
        var place = new IssuePlace(file, row.number(), item.column());
        issues.add(SurveyIssues.ANSWER_UNKNOWN.at(place, "", item.id()));
      }
      positions.add(position);
    }
    return positions;
  }

  private void remember(long row) {
    if (builder.size() == rows.length) {
      rows = Arrays.copyOf(rows, 2 * rows.length);
    }
    rows[builder.size()] = row;
  }

  /** How many rows were read, right or wrong. */
  long read() {
    return read;
  }

  /** Says what happened to several rows. */
  void report(IssuePlace place) {
    finder.report(issues, place);
  }

  /** Row of the file that a respondent comes from, by its position among those accepted. */
  long row(int respondent) {
    return rows[respondent];
  }

  /** Those who were accepted. */
  Respondents respondents() {
    return builder.build();
  }
}
