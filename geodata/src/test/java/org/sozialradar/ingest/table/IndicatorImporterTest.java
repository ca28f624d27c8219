package org.sozialradar.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.ImportFixture;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.ImportReport.Outcome;
import org.sozialradar.ingest.ImportReport.PackageReport;

class IndicatorImporterTest {
  @TempDir static Path folder;
  private static ImportFixture imports;
  private long revisionBefore;

  @BeforeAll
  static void open() {
    imports =
        new ImportFixture(folder)
            .withAreas("2021", AreaLevel.MUNICIPALITY, "01001000", "14511000", "14612000");
  }

  @BeforeEach
  void noteRevision() {
    revisionBefore = revision();
  }

  private static long revision() {
    return imports.store().currentRevision().number();
  }

  @AfterAll
  static void close() {
    imports.close();
  }

  private static String resource(String settings, String fields) {
    return """
    {"name": "t", "path": "t.csv", %s "schema": {"fields": [%s]},
     "radar": {"kind": "indicators", "edition": "2021", "level": "municipality"%s}}
    """
        .formatted("", fields, settings.isEmpty() ? "" : ", " + settings);
  }

  private static final String KEY =
      """
      {"name": "ags", "radar": {"role": "key", "keyType": "AGS"}},
      {"name": "year", "type": "year", "radar": {"role": "period"}},
      """;

  private static String value(String type, String more) {
    return "{\"name\": \"jobless\", \"type\": \"%s\"%s, \"radar\": {\"role\": \"value\", \"indicator\": \"jobless\"}}"
        .formatted(type, more);
  }

  private PackageReport run(String csv, String settings, String fields) {
    imports.write("t.csv", csv);
    return imports.run(resource(settings, fields), "jobless");
  }

  private PackageReport run(String csv) {
    return run(csv, "", KEY + value("number", ""));
  }

  private ImportIssue onlyError(PackageReport report) {
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.REJECTED);
    assertThat(revision()).isEqualTo(revisionBefore);
    return report.issues().get(0);
  }

  private Estimate stored(String code, String period) {
    var tables = imports.store().listTables("jobless");
    assertThat(tables).hasSize(1);
    return tables.get(0).find(new AreaCode(code), new ReferencePeriod(period)).orElseThrow();
  }

  @Test
  void storesATable() {
    var report = run("ags,year,jobless\n14511000,2021,7500\n14612000,2021,18470\n");
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.revision()).isEqualTo(revisionBefore + 1);
    assertThat(report.count(Count.ROWS_READ)).isEqualTo(2);
    assertThat(report.count(Count.ROWS_STORED)).isEqualTo(2);
    assertThat(report.count(Count.VALUES_STORED)).isEqualTo(2);
    assertThat(report.count(Count.AREAS_WITHOUT_VALUE)).isEqualTo(1);
    assertThat(report.issueCounts()).containsEntry("areas-without-value", 1L);
    assertThat(stored("14612000", "2021"))
        .isEqualTo(Estimate.of(18470, ObservationStatus.REPORTED));
    var dataset =
        imports.store().listDatasets().stream()
            .filter(one -> one.id().equals("test-data"))
            .findFirst()
            .orElseThrow();
    assertThat(dataset.publisher()).isEqualTo("Amt");
    assertThat(dataset.files().get(0).name()).isEqualTo("t.csv");
    assertThat(dataset.files().get(0).bytes()).isEqualTo(56);
  }

  @Test
  void aDryRunStoresNothing() {
    imports.write("t.csv", "ags,year,jobless\n14511000,2021,7500\n");
    var report = imports.check(resource("", KEY + value("number", "")), "jobless");
    assertThat(report.outcome()).isEqualTo(Outcome.CHECKED);
    assertThat(report.count(Count.ROWS_STORED)).isEqualTo(1);
    assertThat(revision()).isEqualTo(revisionBefore);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-|REPORTED", "–|REPORTED", ".|UNKNOWN_OR_SECRET", "/|NOT_RELIABLE", "x|NOT_MEANINGFUL",
        "X|NOT_MEANINGFUL", "...|FOLLOWS_LATER", "…|FOLLOWS_LATER", "''|EMPTY", "' '|EMPTY"
      })
  void keepsTheReasonOfAMissingValue(String sign, ObservationStatus status) {
    run("ags,year,jobless\n14511000,2021," + sign + "\n");
    var cell = stored("14511000", "2021");
    assertThat(cell.status()).isEqualTo(status);
    assertThat(cell)
        .isEqualTo(status.hasValue() ? Estimate.of(0, status) : Estimate.missing(status));
  }

  @Test
  void aDeclaredMissingValueGoesBeforeTheSigns() {
    imports.write("t.csv", "ags,year,jobless\n14511000,2021,-\n14612000,2021,NA\n");
    var declared =
        resource("", KEY + value("number", ""))
            .replace("\"fields\"", "\"missingValues\": [\"-\", \"NA\"], \"fields\"");
    imports.run(declared, "jobless");
    assertThat(stored("14511000", "2021").status()).isEqualTo(ObservationStatus.EMPTY);
    assertThat(stored("14612000", "2021").status()).isEqualTo(ObservationStatus.EMPTY);
  }

  @Test
  void aDecimalPointWhereACommaWasDeclaredNamesFileRowColumnAndValue() {
    var report =
        run(
            "ags;year;jobless\n14511000;2021;7,5\n14612000;2021;18.47\n",
            "",
            KEY + value("number", ", \"decimalChar\": \",\""));
    var issue = onlyError(report);
    assertThat(issue.code()).isEqualTo("cell-decimal-separator");
    assertThat(issue.file()).isEqualTo("t.csv");
    assertThat(issue.row()).isEqualTo(3);
    assertThat(issue.column()).isEqualTo("jobless");
    assertThat(issue.value()).isEqualTo("18.47");
    assertThat(issue.text().de()).contains("Dezimalzeichen").contains("„,“");
    assertThat(issue.text().en()).contains("decimal separator");
  }

  @Test
  void theDecimalSeparatorIsDetectedForTheWholeFile() {
    run("ags;year;jobless\n14511000;2021;1,234\n14612000;2021;0,5\n");
    assertThat(stored("14511000", "2021").value()).isEqualTo(1.234);
    assertThat(stored("14612000", "2021").value()).isEqualTo(0.5);
  }

  @Test
  void aMixOfSeparatorsIsRejected() {
    var issue = onlyError(run("ags;year;jobless\n14511000;2021;0,25\n14612000;2021;0.5\n"));
    assertThat(issue.code()).isEqualTo("cell-decimal-separator");
    assertThat(issue.row()).isEqualTo(3);
  }

  @Test
  void aSeparatorThatCouldBeEitherIsNotGuessed() {
    var issue = onlyError(run("ags;year;jobless\n14511000;2021;18.470\n"));
    assertThat(issue.code()).isEqualTo("cell-separator-ambiguous");
    assertThat(issue.value()).isEqualTo("18.470");
  }

  @Test
  void thousandsSeparatorsAreReadOnlyIfDeclared() {
    String csv = "ags;year;jobless\n14511000;2021;1.018.470,5\n";
    String declared = ", \"decimalChar\": \",\", \"groupChar\": \".\"";
    assertThat(onlyError(run(csv, "", KEY + value("number", ", \"decimalChar\": \",\""))).code())
        .isEqualTo("cell-decimal-separator");
    assertThat(run(csv, "", KEY + value("number", declared)).outcome()).isEqualTo(Outcome.STORED);
    assertThat(stored("14511000", "2021").value()).isEqualTo(1_018_470.5);
  }

  @Test
  void aThousandsSeparatorInAWrongPlaceIsRejected() {
    String declared = ", \"decimalChar\": \",\", \"groupChar\": \".\"";
    var report =
        run("ags;year;jobless\n14511000;2021;18.47\n", "", KEY + value("number", declared));
    assertThat(onlyError(report).code()).isEqualTo("cell-decimal-separator");
  }

  @Test
  void aThousandsSeparatorIsNeverLearntAsDecimalSeparator() {
    var report =
        run(
            "ags;year;jobless\n14511000;2021;18.47\n14612000;2021;18.470\n",
            "",
            KEY + value("number", ", \"groupChar\": \".\""));
    assertThat(onlyError(report).code()).isEqualTo("cell-separator-ambiguous");
    assertThat(onlyError(report).row()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NaN|cell-not-finite", "Infinity|cell-not-finite", "-inf|cell-not-finite",
        "1e999|cell-not-finite", "n/a|cell-not-a-number", "12a|cell-not-a-number",
        "1 000|cell-not-a-number", "+5|cell-not-a-number", "0x1F|cell-not-a-number",
        "#REF!|cell-not-a-number", "--5|cell-not-a-number", "1.2.3|cell-separator-ambiguous"
      })
  void whatIsNoNumberIsRejected(String text, String code) {
    var issue = onlyError(run("ags,year,jobless\n14511000,2021," + text + "\n"));
    assertThat(issue.code()).isEqualTo(code);
    assertThat(issue.row()).isEqualTo(2);
    assertThat(issue.value()).isEqualTo(text);
  }

  @Test
  void anIntegerHasNoSeparator() {
    for (var text : new String[] {"7.5", "1.000", "18470.0"}) {
      var report =
          run("ags,year,jobless\n14511000,2021," + text + "\n", "", KEY + value("integer", ""));
      assertThat(onlyError(report).code()).as(text).isEqualTo("cell-not-an-integer");
    }
  }

  @Test
  void aYearTwiceIsRejectedNamingBothRows() {
    var report = run("ags,year,jobless\n14511000,2021,1\n14612000,2021,2\n14511000,2021,1\n");
    var issue = onlyError(report);
    assertThat(issue.code()).isEqualTo("value-twice");
    assertThat(issue.row()).isEqualTo(4);
    assertThat(issue.value()).isEqualTo("14511000");
    assertThat(issue.text().en())
        .contains("14511000")
        .contains("2021")
        .contains("row 2")
        .contains("row 4");
    assertThat(issue.text().de()).contains("Zeile 2").contains("Zeile 4");
  }

  @Test
  void identicalRowsAreStoredOnceIfTheManifestSaysSo() {
    String once = "\"identicalRows\": \"once\"";
    var report =
        run(
            "ags,year,jobless\n14511000,2021,1\n14511000,2021,1\n",
            once,
            KEY + value("number", ""));
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.count(Count.ROWS_SKIPPED)).isEqualTo(1);
    var other =
        run(
            "ags,year,jobless\n14511000,2021,1\n14511000,2021,2\n",
            once,
            KEY + value("number", ""));
    assertThat(other.count("value-twice")).isEqualTo(1);
  }

  @Test
  void anUnknownKeyRejectsTheFile() {
    var issue = onlyError(run("ags,year,jobless\n14511000,2021,1\n14999999,2021,2\n"));
    assertThat(issue.code()).isEqualTo("unknown-key");
    assertThat(issue.row()).isEqualTo(3);
    assertThat(issue.column()).isEqualTo("ags");
    assertThat(issue.value()).isEqualTo("14999999");
  }

  @Test
  void reportingLeavesOutRowsAndCountsThem() {
    var report =
        run(
            "ags,year,jobless\n14511000,2021,1\n14999999,2020,2\n14999999,2021,2\n14612000,2021,oops\n",
            "\"onUnknownKey\": \"report\"",
            KEY + value("number", ""));
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.count(Count.ROWS_READ)).isEqualTo(4);
    assertThat(report.count(Count.ROWS_STORED)).isEqualTo(1);
    assertThat(report.count(Count.ROWS_LEFT_OUT)).isEqualTo(3);
    assertThat(report.count(Count.KEYS_UNKNOWN)).isEqualTo(1);
    assertThat(report.count("unknown-key")).isEqualTo(1);
    assertThat(report.count("cell-not-a-number")).isEqualTo(1);
    assertThat(stored("14511000", "2021").value()).isEqualTo(1);
  }

  @Test
  void reportingDoesNotForgiveTwoValues() {
    var report =
        run(
            "ags,year,jobless\n14511000,2021,1\n14511000,2021,2\n",
            "\"onUnknownKey\": \"report\"",
            KEY + value("number", ""));
    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void zerosThatKeysLostAreRestoredAndReported() {
    var report = run("ags,year,jobless\n1001000,2021,5\n14511000,2021,7\n");
    assertThat(report.count(Count.CODES_RESTORED)).isEqualTo(1);
    assertThat(report.count("zeros-restored")).isEqualTo(1);
    assertThat(stored("01001000", "2021").value()).isEqualTo(5);
  }

  @Test
  void aKeyThatLostMoreThanAZeroIsMalformed() {
    for (var key : new String[] {"145110", "145110000", "14511O00", "99001000", "\"\""}) {
      var issue = onlyError(run("ags,year,jobless\n" + key + ",2021,5\n"));
      assertThat(issue.code()).as(key).isEqualTo("key-malformed");
      assertThat(issue.row()).isEqualTo(2);
    }
  }

  @Test
  void rowsOutOfScopeAreCounted() {
    var report =
        run(
            "ags,year,jobless\n01001000,2021,5\n14511000,2021,7\n03999999,2021,1\n",
            "\"scope\": \"14\"",
            KEY + value("number", ""));
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.count(Count.ROWS_OUT_OF_SCOPE)).isEqualTo(2);
    assertThat(report.count(Count.AREAS_WITHOUT_VALUE)).isEqualTo(1);
  }

  @Test
  void anArsGivesTheMunicipality() {
    var fields = KEY.replace("AGS", "ARS") + value("number", "");
    run("ags,year,jobless\n145110000000,2021,7\n10010000000,2021,3\n", "", fields);
    assertThat(stored("14511000", "2021").value()).isEqualTo(7);
    assertThat(stored("01001000", "2021").value()).isEqualTo(3);
  }

  @Test
  void aMalformedPeriodIsRejected() {
    for (var period : new String[] {"21", "2021-13-01", "2021/22", "\"\""}) {
      var issue = onlyError(run("ags,year,jobless\n14511000," + period + ",5\n"));
      assertThat(issue.code()).as(period).isEqualTo("period-malformed");
      assertThat(issue.column()).isEqualTo("year");
    }
  }

  @Test
  void aMissingColumnIsNamed() {
    var issue = onlyError(run("ags,year,unemployed\n14511000,2021,5\n"));
    assertThat(issue.code()).isEqualTo("header-missing");
    assertThat(issue.text().en()).contains("'jobless'").contains("ags, year, unemployed");
  }

  @Test
  void aColumnThatStandsThereTwiceIsRejected() {
    assertThat(onlyError(run("ags,year,jobless,jobless\n14511000,2021,5,6\n")).code())
        .isEqualTo("header-twice");
  }

  @Test
  void columnsThatNobodyDescribesAreNamed() {
    var report = run("ags,year,note,jobless\n14511000,2021,hm,5\n");
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.issues()).anySatisfy(issue -> assertThat(issue.text().en()).contains("note"));
  }

  @Test
  void aRowOfAnotherWidthIsRejected() {
    var issue = onlyError(run("ags,year,jobless\n14511000,2021,5\n14612000,2021\n"));
    assertThat(issue.code()).isEqualTo("row-width");
    assertThat(issue.row()).isEqualTo(3);
    assertThat(onlyError(run("ags,year,jobless\n14511000,2021,5,6\n")).code())
        .isEqualTo("row-width");
    assertThat(run("ags,year,jobless\n14511000,2021,5,\n").outcome()).isEqualTo(Outcome.STORED);
  }

  @Test
  void rulesSkipSubtotalsAndNotes() {
    String fields =
        """
        {"name": "kind"},
        """
            + KEY
            + value("number", "");
    var report =
        run(
            "kind,ags,year,jobless\n60,14511000,2021,5\n50,14511,2021,5\n60,14612000,2021,6\n60,14999999,2021,6\n______\nnote\n",
            """
            "keep": [{"field": "kind", "in": ["60"]}], "skip": [{"field": "ags", "in": ["14999999"]}],
            "end": "______"
            """,
            fields);
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.STORED);
    assertThat(report.count(Count.ROWS_STORED)).isEqualTo(2);
    assertThat(report.count(Count.ROWS_SKIPPED)).isEqualTo(4);
  }

  @Test
  void aKeySplitOverColumnsIsPutTogether() {
    String fields =
        """
        {"name": "Land", "radar": {"role": "key", "keyType": "AGS", "part": 2}},
        {"name": "RB", "radar": {"role": "key", "part": 1}},
        {"name": "Kreis", "radar": {"role": "key", "part": 2}},
        {"name": "Gem", "radar": {"role": "key", "part": 3}},
        """
            + value("number", "");
    var report =
        run(
            "Land,RB,Kreis,Gem,jobless\n14,5,11,000,7\n1,0,1,0,3\n",
            "\"period\": \"2021\"",
            fields);
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.STORED);
    assertThat(report.count(Count.CODES_RESTORED)).isEqualTo(1);
    assertThat(stored("14511000", "2021").value()).isEqualTo(7);
    assertThat(stored("01001000", "2021").value()).isEqualTo(3);
    assertThat(
            onlyErrorAfterStore(
                run("Land,RB,Kreis,Gem,jobless\n14,5,1x,000,7\n", "\"period\": \"2021\"", fields)))
        .isEqualTo("key-malformed");
  }

  private static String onlyErrorAfterStore(PackageReport report) {
    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    return report.issues().get(0).code();
  }

  @Test
  void yearsMayStandInTheHeaderOfSeveralRows() {
    imports.write("t.csv", "Title\nKey,Name,Jobless,Jobless\n,,2020,2021\n14511000,Chemnitz,8,7\n");
    String resource =
        """
        {"name": "t", "path": "t.csv", "dialect": {"headerRows": [2, 3]},
         "schema": {"fields": [{"name": "Key", "radar": {"role": "key", "keyType": "AGS"}},
           {"name": "Name"},
           {"name": "jobless", "type": "number",
            "radar": {"role": "value", "indicator": "jobless", "header": "Jobless {year}"}}]},
         "radar": {"kind": "indicators", "edition": "2021", "level": "municipality"}}
        """;
    var report = imports.run(resource, "jobless");
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.STORED);
    assertThat(stored("14511000", "2020").value()).isEqualTo(8);
    assertThat(stored("14511000", "2021").value()).isEqualTo(7);
  }

  @Test
  void encodingsAreDetectedOrGiven() {
    String csv = "ags;year;name;jobless\n14511000;2021;Größe;5\n14612000;2021;%s;6\n";
    for (var name : new String[] {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16LE"}) {
      String mark = name.startsWith("UTF") ? "\uFEFF" : "";
      String special = name.startsWith("windows") ? "„x“" : "x";
      imports.write("t.csv", mark + csv.formatted(special), Charset.forName(name));
      var fields = KEY + "{\"name\": \"name\"}," + value("number", "");
      var report = imports.run(resource("", fields), "jobless");
      assertThat(report.outcome()).as(name + report).isEqualTo(Outcome.STORED);
      assertThat(report.issues())
          .anySatisfy(issue -> assertThat(issue.text().en()).contains(name).contains("';'"));
    }
  }

  @Test
  void aFileThatIsNotInTheDeclaredEncodingIsRejected() {
    imports.write("t.csv", "ags,year,jobless\n14511000,2021,ä\n", StandardCharsets.ISO_8859_1);
    var declared =
        resource("", KEY + value("number", ""))
            .replace("\"schema\"", "\"encoding\": \"utf-8\", \"schema\"");
    assertThat(onlyError(imports.run(declared, "jobless")).code()).isEqualTo("encoding-differs");
    var unknown = declared.replace("utf-8", "utf-99");
    assertThat(onlyError(imports.run(unknown, "jobless")).code()).isEqualTo("encoding-unknown");
  }

  @Test
  void anUnknownEditionOrAnEmptyLevelIsNamed() {
    imports.write("t.csv", "ags,year,jobless\n14511000,2021,5\n");
    var resource = resource("", KEY + value("number", ""));
    var unknown = onlyError(imports.run(resource.replace("\"2021\"", "\"1999\""), "jobless"));
    assertThat(unknown.code()).isEqualTo("edition-unknown");
    assertThat(unknown.text().en()).contains("'1999'").contains("there are: 2021");
    var onDistricts = resource.replace("\"municipality\"", "\"district\"");
    assertThat(onlyError(imports.run(onDistricts, "jobless")).code()).isEqualTo("level-empty");
  }

  @Test
  void anIndicatorThatIsNotDeclaredIsRejected() {
    imports.write("t.csv", "ags,year,jobless\n14511000,2021,5\n");
    var issue = onlyError(imports.run(resource("", KEY + value("number", "")), "other"));
    assertThat(issue.code()).isEqualTo("manifest-invalid");
    assertThat(issue.text().en()).contains("'jobless'");
  }

  @Test
  void aQuoteThatIsNeverClosedIsRejected() {
    var issue = onlyError(run("ags,year,jobless\n14511000,2021,\"5\n14612000,2021,6\n"));
    assertThat(issue.code()).isEqualTo("table-unreadable");
  }

  @Test
  void anEmptyFileIsRejected() {
    assertThat(onlyError(run("")).code()).isEqualTo("header-incomplete");
    assertThat(onlyError(run("ags,year,jobless\n")).code()).isEqualTo("header-incomplete");
  }

  @Test
  void theSameValueInTwoFilesIsRejected() {
    imports.write("t.csv", "ags,year,jobless\n14511000,2021,5\n");
    var first = resource("", KEY + value("number", ""));
    var second = first.replace("\"name\": \"t\"", "\"name\": \"u\"");
    assertThat(onlyError(imports.run(first + "," + second, "jobless")).code())
        .isEqualTo("value-in-two-files");
  }

  @Test
  void issuesAreListedUpToAThousandAndAllCounted() {
    var csv = new StringBuilder("ags,year,jobless\n");
    for (int i = 0; i < 1500; i++) {
      csv.append("14511000,").append(i + 1000).append(",oops\n");
    }
    var report = run(csv.toString());
    assertThat(report.count("cell-not-a-number")).isEqualTo(1500);
    assertThat(report.issues()).hasSize(1000);
    assertThat(report.count(Count.ROWS_LEFT_OUT)).isEqualTo(1500);
  }
}
