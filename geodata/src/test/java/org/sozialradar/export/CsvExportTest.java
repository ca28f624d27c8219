package org.sozialradar.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaHierarchy;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.CorrespondenceGraph;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.disclosure.DisclosureRule;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorResolution;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.NClass;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;

class CsvExportTest {
  private static final ReferencePeriod YEAR = ReferencePeriod.ofYear(2021);

  private static final Indicator SHARE =
      new Indicator(
          "share",
          new LocalizedText("Anteil", "Share"),
          new LocalizedText("Ein Anteil.", "A share."),
          new Indicator.Unit("percent", LocalizedText.same("%")),
          2,
          Indicator.Polarity.NEUTRAL,
          Measure.intensive(),
          new Indicator.Theme("people", new LocalizedText("Menschen", "People")),
          Double.NaN,
          "",
          "d");

  private static ValuesExport export(boolean example, String firstName) {
    var table = IndicatorTable.builder("share", "2021", "municipality", "d");
    table.put(
        new AreaCode("01001000"),
        YEAR,
        new Estimate(1.5, -0.25, 2, ObservationStatus.ESTIMATED, NClass.FROM_250));
    table.put(
        new AreaCode("14511000"), YEAR, Estimate.missing(ObservationStatus.UNKNOWN_OR_SECRET));
    table.put(
        new AreaCode("14612000"),
        YEAR,
        Estimate.of(100.0 * 18470 / 351237, ObservationStatus.REPORTED));
    var published = published(table.build());
    var dataset = dataset("d", "dl-de/by-2-0", example);
    var names =
        Map.of(
            new AreaCode("01001000"),
            firstName,
            new AreaCode("14511000"),
            "",
            new AreaCode("14612000"),
            "Dresden");
    return new ValuesExport(7, SHARE, "", Map.of("d", dataset), published, List.of(YEAR), names);
  }

  private static Dataset dataset(String id, String licence, boolean example) {
    return new Dataset(
        id,
        LocalizedText.same("D"),
        "Amt \"A\"",
        new Licence(licence, "Datenlizenz", "https://www.govdata.de/dl-de/by-2-0"),
        "© Amt, 2021",
        "2021",
        example,
        List.of(),
        Instant.EPOCH);
  }

  private static PublishedTable published(IndicatorTable table) {
    var areas = new ArrayList<Area>();
    for (var code : List.of("01001000", "14511000", "14612000")) {
      areas.add(
          new Area(
              new AreaCode(code),
              "municipality",
              "Ort",
              "",
              Map.of(),
              Map.of(),
              new GeometryFactory().createPolygon()));
    }
    var edition =
        new BoundaryVersion("2021", LocalDate.of(2021, 1, 1), LocalizedText.same("2021"), "b");
    var resolution =
        IndicatorResolution.of(
            List.of(SHARE),
            List.of(table),
            List.of(edition),
            Map.of("2021", AreaHierarchy.of(Map.of("municipality", areas))),
            CorrespondenceGraph.of(List.of()));
    return DisclosureRule.OFFICIAL.publish(
        resolution.find("share", "2021", "municipality").orElseThrow());
  }

  private static List<CSVRecord> rows(ValuesExport export) throws IOException {
    var text = new StringBuilder();
    CsvExport.write(export, text);
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser =
        CSVParser.builder().setReader(new StringReader(text.toString())).setFormat(format).get()) {
      return parser.getRecords();
    }
  }

  @Test
  void writesARowForEachAreaThatSaysWhereItComesFrom() throws IOException {
    var rows = rows(export(false, "Flensburg, Stadt"));
    assertThat(rows).hasSize(3);
    var first = rows.get(0);
    assertThat(first.get("code")).isEqualTo("01001000");
    assertThat(first.get("name")).isEqualTo("Flensburg, Stadt");
    assertThat(first.get("value")).isEqualTo("1.5");
    assertThat(first.get("lower")).isEqualTo("-0.25");
    assertThat(first.get("upper")).isEqualTo("2");
    assertThat(first.get("status")).isEqualTo("estimated");
    assertThat(first.get("respondents")).isEqualTo("250+");
    assertThat(rows.get(2).get("respondents")).isEmpty();
    assertThat(first.get("period")).isEqualTo("2021");
    assertThat(first.get("native_level")).isEqualTo("municipality");
    assertThat(first.get("publisher")).isEqualTo("Amt \"A\"");
    assertThat(first.get("licence")).isEqualTo("dl-de/by-2-0");
    assertThat(first.get("attribution")).isEqualTo("© Amt, 2021");
    assertThat(first.get("example")).isEqualTo("false");
    assertThat(rows.get(1).get("value")).isEmpty();
    assertThat(rows.get(1).get("status")).isEqualTo("unknown-or-secret");
    assertThat(rows.get(2).get("value")).isEqualTo("5.26");
    assertThat(rows.get(2).get("lower")).isEmpty();
  }

  @Test
  void everySourceStandsInEveryRowAndInTheSchemaWithItsLicence() throws IOException {
    var real = export(false, "X");
    var datasets =
        Map.of(
            "d", real.datasets().get("d"),
            "invented", dataset("invented", "CC0", true),
            "unused", dataset("unused", "CC-BY", false));
    var older = ReferencePeriod.ofYear(2020);
    var table =
        IndicatorTable.builder("share", "2021", "municipality", "d")
            .from(older, "invented")
            .put(new AreaCode("01001000"), older, Estimate.of(1, ObservationStatus.REPORTED))
            .put(new AreaCode("01001000"), YEAR, Estimate.of(2, ObservationStatus.REPORTED));
    var export =
        new ValuesExport(
            7, SHARE, "", datasets, published(table.build()), List.of(older, YEAR), real.names());
    var rows = rows(export);
    assertThat(rows.get(0).get("dataset")).isEqualTo("invented");
    assertThat(rows.get(0).get("licence")).isEqualTo("CC0");
    assertThat(rows.get(0).get("example")).isEqualTo("true");
    assertThat(rows.get(3).get("dataset")).isEqualTo("d");
    assertThat(rows.get(3).get("example")).isEqualTo("false");
    var node = new ObjectMapper().readTree(TableSchemaExport.write(export));
    assertThat(node.get("licenses").findValuesAsText("name"))
        .containsExactly("dl-de/by-2-0", "CC0");
    assertThat(node.get("radar").get("sources").findValuesAsText("dataset"))
        .containsExactly("d", "invented");
    assertThat(node.get("radar").get("example").asBoolean()).isTrue();
    assertThat(export.fileName()).startsWith("example-");
    assertThatThrownBy(
            () ->
                new ValuesExport(
                    7, SHARE, "", Map.of(), published(table.build()), List.of(YEAR), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void inventedDataSaySoInEveryRowAndInTheName() throws IOException {
    var export = export(true, "X");
    assertThat(rows(export)).allSatisfy(row -> assertThat(row.get("example")).isEqualTo("true"));
    assertThat(export.fileName()).isEqualTo("example-share-municipality-2021-2021-r7");
    assertThat(TableSchemaExport.write(export)).contains("example data, invented");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+2", "+49", "-Ort (West)", "-1+2", "@x", "=cmd|' /C calc'!A0"})
  void namesCannotBecomeFormulas(String name) throws IOException {
    assertThat(rows(export(false, name)).get(0).get("name")).isEqualTo("'" + name);
  }

  /** Opened where Windows has another list separator, the part after it is a cell of its own. */
  @Test
  void formulasCannotBeginAfterTheOtherSeparator() throws IOException {
    assertThat(rows(export(false, "a;=1+1;@b; c;d")).get(0).get("name"))
        .isEqualTo("a;'=1+1;'@b; c;d");
    var german = new StringBuilder();
    CsvLines.begin(german, CsvDialect.EXCEL_DE).text("a,=1+1").end();
    assertThat(german.toString()).isEqualTo("\uFEFFa,'=1+1\r\n");
  }

  /** They are whole words: no program computes more than a number or an unknown name of them. */
  @Test
  void keysStayAsTheyAreForPrograms() throws IOException {
    assertThat(rows(export(false, "-01.a_b")).get(0).get("name")).isEqualTo("-01.a_b");
    var german = new StringBuilder();
    CsvLines.begin(german, CsvDialect.EXCEL_DE).text("-01").number("-1.5").end();
    assertThat(german.toString()).isEqualTo("\uFEFF'-01;-1,5\r\n");
  }

  @Test
  void otherNamesStayAsTheyAre() throws IOException {
    assertThat(rows(export(false, "Ort=1")).get(0).get("name")).isEqualTo("Ort=1");
  }

  @Test
  void tabsAndReturnsCannotHideAFormula() throws IOException {
    assertThat(rows(export(false, "\t=1")).get(0).get("name")).isEqualTo("'\t=1");
    assertThat(rows(export(false, "\r=1")).get(0).get("name")).isEqualTo("'\r=1");
    assertThat(rows(export(false, "a\"b\nc")).get(0).get("name")).isEqualTo("a\"b\nc");
  }

  @Test
  void numbersHaveNoExponentAndNoZerosAtTheEnd() {
    assertThat(CsvText.number(1e21, 2)).isEqualTo("1000000000000000000000");
    assertThat(CsvText.number(1e-7, 4)).isEqualTo("0");
    assertThat(CsvText.number(-0.00001, 4)).isEqualTo("0");
    assertThat(CsvText.number(555351, 4)).isEqualTo("555351");
    assertThat(CsvText.number(Double.NaN, 4)).isEmpty();
  }

  @Test
  void theSchemaDescribesTheColumns() throws IOException {
    var export = export(false, "X");
    var node = new ObjectMapper().readTree(TableSchemaExport.write(export));
    var names = new ArrayList<String>();
    node.get("schema").get("fields").forEach(field -> names.add(field.get("name").asText()));
    var text = new StringBuilder();
    CsvExport.write(export, text);
    assertThat(text.toString()).startsWith(String.join(",", names) + "\r\n");
    assertThat(node.get("path").asText()).isEqualTo("share-municipality-2021-2021-r7.csv");
    assertThat(node.get("licenses").get(0).get("path").asText()).startsWith("https://");
    assertThat(node.get("radar").get("unit").get("symbol").get("de").asText()).isEqualTo("%");
    assertThat(node.get("radar").get("example").asBoolean()).isFalse();
  }

  @Test
  void aPeriodThatTheTableLacksIsRefused() {
    var export = export(false, "X");
    assertThatThrownBy(
            () ->
                new ValuesExport(
                    7,
                    SHARE,
                    "",
                    export.datasets(),
                    export.table(),
                    List.of(ReferencePeriod.ofYear(1999)),
                    Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1999");
  }
}
