package org.sozialradar.ingest.microdata;

import java.util.HashSet;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.sozialradar.ingest.ImportIssues;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.survey.InvalidSampleException;
import org.sozialradar.survey.LonelyUnits;
import org.sozialradar.survey.SampleColumns;
import org.sozialradar.survey.SurveyDesign;
import org.sozialradar.survey.microdata.Respondents;

/** Checks whether weights and design of all respondents together make a sample. */
final class SampleCheck {
  private static final String ALL_ZERO = "weights-all-zero";

  private final SurveyDesign design;
  private final String file;
  private final IntToLongFunction rows;
  private final ImportIssues issues;

  /**
   * @param rows row of the file of each respondent
   */
  SampleCheck(SurveyDesign design, String file, IntToLongFunction rows, ImportIssues issues) {
    this.design = design;
    this.file = file;
    this.rows = rows;
    this.issues = issues;
  }

  /** The sample; empty if it makes no sense, which is then among the issues. */
  Optional<SampleColumns> sample(Respondents respondents) {
    try {
      var sample = respondents.sample();
      checkCompany(sample);
      return Optional.of(sample);
    } catch (InvalidSampleException e) {
      if (e.code().equals(ALL_ZERO)) {
        var place = new IssuePlace(file, 0, design.weight());
        issues.add(SurveyIssues.WEIGHTS_ALL_ZERO.at(place, ""));
      } else {
        long row = e.row() < 0 ? 0 : rows.applyAsLong(e.row());
        var place = new IssuePlace(file, row, design.populationUnits());
        issues.add(SurveyIssues.DESIGN_INVALID.at(place, "", e.text()));
      }
      return Optional.empty();
    }
  }

  /** Names the first row of each stratum of one unit, not the stratum. */
  private void checkCompany(SampleColumns sample) {
    var lonely = new HashSet<Integer>();
    for (int r = 0; r < sample.respondents(); r++) {
      int stratum = sample.stratum(r);
      if (sample.unitsOf(stratum) == 1 && sample.fraction(stratum) < 1 && lonely.add(stratum)) {
        report(rows.applyAsLong(r));
      }
    }
    if (!lonely.isEmpty() && design.lonelyUnits() == LonelyUnits.CENTRE_AT_SAMPLE) {
      var place = new IssuePlace(file, 0, design.stratum());
      issues.add(SurveyIssues.LONELY_UNITS_CENTRED.at(place, "", lonely.size()));
    }
  }

  private void report(long row) {
    if (design.lonelyUnits() == LonelyUnits.REFUSE) {
      issues.add(SurveyIssues.LONELY_UNIT.at(new IssuePlace(file, row, design.stratum()), ""));
    }
  }
}
