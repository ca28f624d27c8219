package org.sozialradar.ingest.microdata;

import org.sozialradar.ingest.IssueType;

/** The issues that files of answers can have. None of their texts takes the content of a cell. */
final class SurveyIssues {
  static final IssueType UNREADABLE =
      IssueType.error(
          "survey-file-unreadable",
          "Die Datei der Antworten ist beschädigt oder keine Tabelle; in der genannten Zeile endet,"
              + " was sich lesen lässt.",
          "The file of answers is damaged or no table; what can be read ends in the named row.");
  static final IssueType FORMAT = IssueType.note("table-format", "Gelesen als %s", "Read as %s");
  static final IssueType EMPTY =
      IssueType.error(
          "survey-empty",
          "Die Datei hat keine Zeile mit Antworten.",
          "The file has no row of answers.");
  static final IssueType OTHER_QUESTIONNAIRE =
      IssueType.error(
          "survey-other-questionnaire",
          "Nur %s der %s Spalten, die der Fragebogen „%s“ braucht, stehen im Kopf: die Datei gehört"
              + " wohl zu einem anderen Fragebogen, oder ihr fehlt der Kopf.",
          "Only %s of the %s columns that the questionnaire '%s' needs are in the header: the file"
              + " seems to belong to another questionnaire, or lacks a header.");
  static final IssueType COLUMN_MISSING =
      IssueType.error(
          "survey-column-missing",
          "Der Datei fehlt die Spalte „%s“.",
          "The file lacks the column '%s'.");
  static final IssueType COLUMN_TWICE =
      IssueType.error(
          "survey-column-twice",
          "Der Kopf hat die Spalte „%s“ zweimal.",
          "The header has the column '%s' twice.");
  static final IssueType COLUMNS_IGNORED =
      IssueType.note(
          "survey-columns-ignored",
          "%s Spalten, die der Fragebogen nicht kennt, wurden nicht gelesen: %s",
          "%s columns that the questionnaire does not know were not read: %s");
  static final IssueType ROW_WIDTH =
      IssueType.error(
          "survey-row-width",
          "Die Zeile hat %s Zellen, der Kopf aber %s.",
          "The row has %s cells, but the header %s.");
  static final IssueType ANSWER_UNKNOWN =
      IssueType.error(
          "survey-answer-unknown",
          "Der Antwortcode steht nicht in der Liste der Frage „%s“.",
          "The answer code is not in the list of the item '%s'.");
  static final IssueType NUMBER =
      IssueType.error(
          "survey-number-malformed",
          "Die Zelle ist keine Zahl (ohne Tausenderzeichen, mit Punkt oder Komma).",
          "The cell is no number (without thousands separator, with point or comma).");
  static final IssueType DECIMALS_MIXED =
      IssueType.error(
          "survey-decimals-mixed",
          "Die Spalte schreibt Zahlen mit Punkt und mit Komma.",
          "The column writes numbers with a point and with a comma.");
  static final IssueType WEIGHT_MISSING =
      IssueType.error("survey-weight-missing", "Das Gewicht fehlt.", "The weight is missing.");
  static final IssueType WEIGHT_NEGATIVE =
      IssueType.error(
          "survey-weight-negative", "Das Gewicht ist negativ.", "The weight is negative.");
  static final IssueType WEIGHTS_ALL_ZERO =
      IssueType.error("survey-weights-all-zero", "Alle Gewichte sind 0.", "All weights are 0.");
  static final IssueType STRATUM_MISSING =
      IssueType.error("survey-stratum-missing", "Das Stratum fehlt.", "The stratum is missing.");
  static final IssueType UNIT_MISSING =
      IssueType.error(
          "survey-unit-missing", "Die Erhebungseinheit fehlt.", "The sampling unit is missing.");
  static final IssueType DESIGN_INVALID =
      IssueType.error("survey-design-invalid", "Zur Stichprobe: %s", "Of the sample: %s");
  static final IssueType LONELY_UNIT =
      IssueType.error(
          "survey-lonely-unit",
          "Das Stratum dieser Zeile hat nur eine Erhebungseinheit: seine Varianz lässt sich nicht"
              + " schätzen. Mit einem ähnlichen Stratum zusammenlegen oder „lonely-units:"
              + " centre-at-sample“ wählen.",
          "The stratum of this row has a single sampling unit: its variance cannot be estimated."
              + " Join it to a like stratum or choose 'lonely-units: centre-at-sample'.");
  static final IssueType LONELY_UNITS_CENTRED =
      IssueType.note(
          "survey-lonely-units-centred",
          "%s Strata haben nur eine Erhebungseinheit; ihre Varianz wird zur sicheren Seite hin"
              + " geschätzt.",
          "%s strata have a single sampling unit; their variance is estimated on the safe side.");
  static final IssueType FEW =
      IssueType.note(
          "survey-few-respondents",
          "Weniger als %s Befragte: der Bericht nennt keine Kennzahlen.",
          "Fewer than %s respondents: the report gives no statistics.");
  static final IssueType WAVE_DELETED =
      IssueType.error(
          "survey-wave-deleted",
          "Die Welle %s von „%s“ wurde am %s gelöscht. Nur mit --after-deletion kommt sie zurück.",
          "The wave %s of '%s' was deleted on %s. It comes back only with --after-deletion.");
  static final IssueType WAVE_REPLACED =
      IssueType.note(
          "survey-wave-replaced",
          "Die Welle %s von „%s“ war schon da; diese Datei tritt an ihre Stelle.",
          "The wave %s of '%s' was there before; this file takes its place.");

  private SurveyIssues() {}
}
