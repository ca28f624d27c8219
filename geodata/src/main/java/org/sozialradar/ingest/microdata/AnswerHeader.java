package org.sozialradar.ingest.microdata;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sozialradar.ingest.ImportIssues;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.survey.Item;
import org.sozialradar.survey.Questionnaire;

/** Compares the header of a file of answers with what its questionnaire needs. */
final class AnswerHeader implements PlainTable.HeaderCheck {
  private static final int NAMED = 20;

  private final Questionnaire questionnaire;
  private final Set<String> wanted;
  private final ImportIssues issues;

  /**
   * @param further headings that are needed besides those of the questionnaire
   */
  AnswerHeader(Questionnaire questionnaire, Collection<String> further, ImportIssues issues) {
    this.questionnaire = questionnaire;
    this.issues = issues;
    var design = questionnaire.design();
    wanted = new LinkedHashSet<>(questionnaire.area().columns());
    Stream.of(design.weight(), design.stratum(), design.unit(), design.populationUnits())
        .filter(column -> !column.isEmpty())
        .forEach(wanted::add);
    questionnaire.items().stream().map(Item::column).forEach(wanted::add);
    wanted.addAll(further);
  }

  @Override
  public Collection<String> accept(List<String> headings, IssuePlace place) {
    requireThisQuestionnaire(headings, place);
    var missing = wanted.stream().filter(column -> !headings.contains(column)).toList();
    if (!missing.isEmpty()) {
      // Rows cannot be judged without them; what is missing is said for all columns at once.
      missing.stream()
          .skip(1)
          .forEach(column -> issues.add(SurveyIssues.COLUMN_MISSING.at(place, "", column)));
      throw new InputRejectedException(SurveyIssues.COLUMN_MISSING.at(place, "", missing.get(0)));
    }
    var ignored = headings.stream().filter(one -> !one.isEmpty() && !wanted.contains(one)).toList();
    if (!ignored.isEmpty()) {
      String some = String.join(", ", ignored.stream().limit(NAMED).toList());
      String more = ignored.size() > NAMED ? ", …" : "";
      issues.add(SurveyIssues.COLUMNS_IGNORED.at(place, "", ignored.size(), some + more));
    }
    return wanted;
  }

  /** In a file without a header the first row is a person: of such a row nothing is said. */
  private void requireThisQuestionnaire(List<String> headings, IssuePlace place) {
    long items =
        questionnaire.items().stream().map(Item::column).filter(headings::contains).count();
    if (items * 2 < questionnaire.items().size()) {
      long found = wanted.stream().filter(headings::contains).count();
      throw new InputRejectedException(
          SurveyIssues.OTHER_QUESTIONNAIRE.at(place, "", found, wanted.size(), questionnaire.id()));
    }
  }
}
