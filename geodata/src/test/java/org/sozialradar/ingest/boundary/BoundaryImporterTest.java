package org.sozialradar.ingest.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.ingest.boundary.BoundaryFolder.feature;
import static org.sozialradar.ingest.boundary.BoundaryFolder.issue;
import static org.sozialradar.ingest.boundary.BoundaryFolder.resource;
import static org.sozialradar.ingest.boundary.BoundaryFolder.square;
import static org.sozialradar.ingest.boundary.BoundaryFolder.squares;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.CoverageLevel;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.ImportReport.Outcome;
import org.sozialradar.ingest.feature.CollectedFeatures;

class BoundaryImporterTest {
  private static final String KEYS =
      "'kind':'boundaries','level':'municipality','edition':'e1','validFrom':'2020-01-01','key':'AGS',"
          + "'name':'GEN'";
  private static final String DROP = ",'parts':{'field':'GF','land':['4'],'others':'drop'}";
  private static final String MERGE = ",'parts':{'field':'GF','land':['4'],'others':'merge'}";

  @TempDir Path temporary;
  private BoundaryFolder folder;

  @BeforeEach
  void open() throws IOException {
    folder = new BoundaryFolder(temporary);
  }

  @AfterEach
  void close() {
    folder.close();
  }

  private static String named(String key, String name) {
    return "'AGS':'" + key + "','GEN':'" + name + "'";
  }

  private static String part(String key, String name, int factor) {
    return named(key, name) + ",'GF':" + factor;
  }

  @Test
  void tellsLevelsAndAncestorsByTheKeys() throws IOException {
    folder.write(
        "a.geojson",
        squares(
            square(named("14625020", "Bautzen") + ",'RS':'146250020020','BEZ':'Stadt'", 0, 0),
            square(named("14625040", "Bernsdorf") + ",'RS':'146255202040'", 1, 0),
            square(named("14626110", "Görlitz") + ",'RS':'146260110110'", 2, 0)));

    var report =
        folder.run(
            resource(
                "a.geojson",
                KEYS
                    + ",'ars':'RS','designation':'BEZ',"
                    + "'deriveLevels':['state','region','district','association']"));

    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    var bautzen = folder.area("e1", "municipality", "14625020");
    assertThat(bautzen.name()).isEqualTo("Bautzen");
    assertThat(bautzen.designation()).isEqualTo("Stadt");
    assertThat(bautzen.attributes()).containsEntry("ARS", "146250020020");
    assertThat(bautzen.ancestors())
        .isEqualTo(
            Map.of(
                "state", new AreaCode("14"),
                "region", new AreaCode("146"),
                "district", new AreaCode("14625"),
                "association", new AreaCode("146250020")));
    assertThat(folder.codes("e1", "association"))
        .containsExactly("146250020", "146255202", "146260110");
    assertThat(folder.codes("e1", "district")).containsExactly("14625", "14626");
    assertThat(folder.area("e1", "district", "14625").geometry().getArea())
        .isCloseTo(2e-4, within(1e-12));
    assertThat(folder.area("e1", "state", "14").name()).isEqualTo("Sachsen");
    assertThat(folder.area("e1", "region", "146").name()).isEqualTo("Dresden");
    assertThat(folder.area("e1", "district", "14626").ancestors())
        .isEqualTo(Map.of("state", new AreaCode("14"), "region", new AreaCode("146")));
    assertThat(report.count(Count.AREAS_STORED)).isEqualTo(3);
    assertThat(report.count(Count.AREAS_DERIVED)).isEqualTo(3 + 2 + 1 + 1);
  }

  @Test
  void generalisesEachLevel() throws IOException {
    folder.write(
        "a.geojson",
        squares(square(named("14625020", "A"), 0, 0), square(named("14626110", "B"), 1, 0)));

    folder.run(resource("a.geojson", KEYS + ",'deriveLevels':['state']"));

    for (var level : new String[] {"municipality", "state"}) {
      assertThat(folder.store().listCoverages("e1", level))
          .isNotEmpty()
          .extracting(CoverageLevel::zoom)
          .startsWith(0);
    }
  }

  @Test
  void readsOtherKeysWithNamedAncestors() throws IOException {
    folder.write(
        "a.geojson",
        squares(
            square("'AGS':'OT-1','GEN':'Altstadt','town':14625020,'ward':'west'", 0, 0),
            square("'AGS':'OT-2','GEN':'Neustadt','town':'14625020','ward':'east'", 1, 0)));

    var report =
        folder.run(
            resource(
                "a.geojson",
                KEYS.replace("municipality", "quarter")
                    + ",'ancestors':{'municipality':'town','council':'ward'},"
                    + "'deriveLevels':['municipality']"));

    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(folder.area("e1", "quarter", "OT-1").ancestors())
        .containsEntry("municipality", new AreaCode("14625020"))
        .containsEntry("district", new AreaCode("14625"))
        .containsEntry("council", new AreaCode("west"));
    assertThat(folder.area("e1", "municipality", "14625020").name())
        .isEqualTo("Altstadt / Neustadt");
  }

  @Test
  void restoresLeadingZerosAndSaysSo() throws IOException {
    folder.write(
        "a.geojson", squares(square("'AGS':8435053,'GEN':'Sipplingen, Stadt'", -500, -300)));

    var report = folder.run(resource("a.geojson", KEYS));

    assertThat(folder.area("e1", "municipality", "08435053"))
        .satisfies(area -> assertThat(area.name()).isEqualTo("Sipplingen"))
        .satisfies(area -> assertThat(area.designation()).isEqualTo("Stadt"));
    assertThat(report.count(Count.CODES_RESTORED)).isEqualTo(1);
    assertThat(issue(report, "zeros-restored").text().en()).contains("1 keys");
  }

  @Test
  void rejectsTwoFeaturesWithOneKeyAndNamesBoth() throws IOException {
    folder.write(
        "a.geojson",
        squares(
            square(part("14625020", "Land", 4), 0, 0),
            square(named("14626110", "Other"), 1, 0),
            square(part("14625020", "Water", 2), 2, 0)));

    var report = folder.run(resource("a.geojson", KEYS));

    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    var twice = issue(report, "key-twice");
    assertThat(twice.file()).isEqualTo("a.geojson");
    assertThat(twice.row()).isEqualTo(3);
    assertThat(twice.value()).isEqualTo("14625020");
    assertThat(twice.text().en())
        .contains("a.geojson, feature 1 (Land), and feature 3 (Water)")
        .contains("e1");
    assertThat(folder.store().listEditions()).isEmpty();
    assertThat(folder.store().currentRevision().number()).isZero();
  }

  @Test
  void dropsOtherPartsByRule() throws IOException {
    folder.write(
        "a.geojson",
        squares(
            square(part("14625020", "Water", 2), 1, 0),
            square(part("14625020", "Land", 4), 0, 0),
            square(part("14626110", "Lake", 2), 5, 0)));

    var report = folder.run(resource("a.geojson", KEYS + DROP));

    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(folder.codes("e1", "municipality")).containsExactly("14625020");
    assertThat(folder.area("e1", "municipality", "14625020").name()).isEqualTo("Land");
    assertThat(folder.area("e1", "municipality", "14625020").geometry().getArea())
        .isCloseTo(1e-4, within(1e-12));
    assertThat(report.count(Count.PARTS_DROPPED)).isEqualTo(2);
    assertThat(issue(report, "area-without-land").value()).isEqualTo("14626110");
  }

  @Test
  void mergesPartsByRule() throws IOException {
    folder.write(
        "a.geojson",
        squares(
            square(part("14625020", "Water", 2), 1, 0),
            square(part("14625020", "Land", 4), 0, 0),
            square(part("14625020", "Exclave", 4), 7, 7)));

    var report = folder.run(resource("a.geojson", KEYS + MERGE));

    var area = folder.area("e1", "municipality", "14625020");
    assertThat(area.name()).isEqualTo("Land");
    assertThat(area.geometry().getNumGeometries()).isEqualTo(2);
    assertThat(area.geometry().getArea()).isCloseTo(3e-4, within(1e-12));
    assertThat(report.count(Count.PARTS_MERGED)).isEqualTo(2);
  }

  @Test
  void rejectsTwoLandPartsWhereOthersAreDropped() throws IOException {
    folder.write(
        "a.geojson",
        squares(
            square(part("14625020", "One", 4), 0, 0), square(part("14625020", "Two", 4), 1, 0)));

    assertThat(folder.run(resource("a.geojson", KEYS + DROP)).count("key-twice")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'AGS':'','GEN':'A'|key-missing|AGS",
        "'GEN':'A'|key-missing|AGS",
        "'AGS':'99625020','GEN':'A'|key-malformed|AGS",
        "'AGS':'146250','GEN':'A'|key-malformed|AGS",
        "'AGS':'14625020','GEN':' '|name-missing|GEN",
        "'AGS':'14625020','GEN':'A','RS':'146250020021'|keys-differ|RS",
        "'AGS':'14625020','GEN':'A','RS':'14625002002x'|key-malformed|RS"
      })
  void namesTheRowAndColumnOfABadKey(String properties, String code, String column)
      throws IOException {
    folder.write(
        "a.geojson",
        squares(
            square(named("14626110", "B") + ",'RS':'146260110110'", 1, 0),
            square(properties, 0, 0)));

    var report = folder.run(resource("a.geojson", KEYS + ",'ars':'RS'"));

    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(issue(report, code).row()).isEqualTo(2);
    assertThat(issue(report, code).column()).isEqualTo(column);
    assertThat(issue(report, code).file()).isEqualTo("a.geojson");
  }

  @Test
  void namesFeatureAndKeyOfABadPolygon() throws IOException {
    folder.write(
        "a.geojson",
        squares(
            square(named("14626110", "B"), 1, 0),
            feature(named("14625020", "A"), "[[[14,51],[14.1,51.1]]]"),
            feature(named("14625040", "C"), "[[[14,51],[NaN,51.1],[14.1,51],[14,51]]]")));

    var report = folder.run(resource("a.geojson", KEYS));

    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    var points = issue(report, "polygon-too-few-points");
    assertThat(points.row()).isEqualTo(2);
    assertThat(points.value()).isEqualTo("14625020");
    assertThat(points.text().de()).contains("Objekt 2 (Schlüssel 14625020)");
    assertThat(issue(report, "coordinate-not-finite").row()).isEqualTo(3);
    assertThat(report.count(Count.ROWS_READ)).isEqualTo(3);
  }

  @Test
  void listsAThousandIssuesAndCountsAll() throws IOException {
    var features = new ArrayList<String>();
    for (int i = 0; i < 1200; i++) {
      features.add(feature(named("14625020", "A"), "[[[14,51],[14.1,51.1]]]"));
    }
    folder.write("a.geojson", squares(features.toArray(String[]::new)));

    var report = folder.run(resource("a.geojson", KEYS));

    assertThat(report.count("polygon-too-few-points")).isEqualTo(1200);
    assertThat(report.issues()).hasSize(1000);
  }

  @Test
  void repairsRingsAndSaysWhere() throws IOException {
    folder.write(
        "a.geojson",
        squares(
            feature(
                named("14625020", "Bow"),
                "[[[14,51],[14.02,51.02],[14.02,51],[14,51.02],[14,51]]]")));

    var report = folder.run(resource("a.geojson", KEYS));

    var area = folder.area("e1", "municipality", "14625020");
    assertThat(area.geometry().isValid()).isTrue();
    assertThat(area.geometry().getArea()).isCloseTo(2e-4, within(1e-9));
    assertThat(report.count(Count.GEOMETRIES_REPAIRED)).isEqualTo(1);
    assertThat(issue(report, "geometry-repaired").text().en())
        .contains("14625020 (Bow)")
        .contains("longitude 14.01000, latitude 51.01000");
  }

  @Test
  void mendsGapsAndOverlapsAndSaysWhereAndHowLarge() throws IOException {
    folder.write(
        "a.geojson",
        squares(
            feature(
                named("14625020", "West"),
                "[[[14,51],[14.01,51],[14.00999,51.005],[14.01,51.01],[14,51.01],[14,51]]]"),
            square(named("14625040", "Middle"), 1, 0),
            feature(
                named("14625060", "East"),
                "[[[14.02,51],[14.03,51],[14.03,51.01],[14.02,51.01],[14.01999,51.005],[14.02,51]]]")));

    var report = folder.run(resource("a.geojson", KEYS));

    assertThat(report.count(Count.COVERAGE_GAPS)).isEqualTo(1);
    assertThat(report.count(Count.COVERAGE_OVERLAPS)).isEqualTo(1);
    assertThat(issue(report, "coverage-gap-closed").text().en())
        .contains("14625020 (West), 14625040 (Middle)")
        .contains("m²");
    assertThat(issue(report, "coverage-overlap-resolved").text().en())
        .contains("14625040 (Middle), 14625060 (East)");
    var sum =
        folder.store().listAreas("e1", "municipality").stream()
            .mapToDouble(area -> area.geometry().getArea())
            .sum();
    assertThat(sum).isCloseTo(3e-4, within(1e-11));
  }

  @Test
  void leavesAWideGapAndReportsIt() throws IOException {
    var ring =
        feature(
            named("14625020", "Ring"),
            "[[[14,51],[14.1,51],[14.1,51.1],[14,51.1],[14,51]],"
                + "[[14.02,51.02],[14.02,51.05],[14.05,51.05],[14.05,51.02],[14.02,51.02]]]");
    folder.write("a.geojson", squares(ring));

    var report = folder.run(resource("a.geojson", KEYS));

    assertThat(issue(report, "coverage-gap").text().en()).contains("14625020 (Ring)");
    assertThat(report.count(Count.COVERAGE_MENDED)).isZero();
  }

  @Test
  void takesTheCoordinateSystemFromTheFile() throws IOException {
    CollectedFeatures.fixture(folder.path("."), "areas_utf8.zip");

    var report = folder.run(resource("areas_utf8.zip", KEYS + ",'attributes':['EWZ']"));

    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    var area = folder.area("e1", "municipality", "14625020");
    assertThat(area.name()).isEqualTo("Bautzen – Budyšin");
    assertThat(area.attributes()).containsEntry("EWZ", "38329.5");
    var centre = area.geometry().getEnvelopeInternal().centre();
    assertThat(centre.x).isCloseTo(13.6379864, within(1e-5));
    assertThat(centre.y).isCloseTo(51.0341038, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:25832, coordinates-outside-state",
    "EPSG:4326, coordinates-not-in-crs",
    "EPSG:31468, coordinates-not-in-crs",
    "EPSG:99999, crs-unknown",
    "metres, crs-unknown"
  })
  void rejectsAWrongCoordinateSystem(String crs, String code) throws IOException {
    CollectedFeatures.fixture(folder.path("."), "areas.gpkg");

    var report = folder.run(resource("areas.gpkg", KEYS + ",'crs':'" + crs + "'"));

    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(issue(report, code).text().en()).isNotBlank();
  }

  @Test
  void asksForACoordinateSystemThatTheFileDoesNotName() throws IOException {
    var zip = CollectedFeatures.fixture(folder.path("."), "areas_utf8.zip");
    removeEntries(zip, ".prj");

    assertThat(folder.run(resource("areas_utf8.zip", KEYS)).count("crs-missing")).isEqualTo(1);
    assertThat(folder.run(resource("areas_utf8.zip", KEYS + ",'crs':'EPSG:25833'")).outcome())
        .isEqualTo(Outcome.STORED);
  }

  private static void removeEntries(Path zip, String ending) throws IOException {
    try (var system = java.nio.file.FileSystems.newFileSystem(zip);
        var entries = Files.walk(system.getPath("/"))) {
      for (var entry : entries.filter(one -> one.toString().endsWith(ending)).toList()) {
        Files.delete(entry);
      }
    }
  }

  @Test
  void noticesSwappedAxes() throws IOException {
    folder.write(
        "a.geojson",
        squares(feature(named("14625020", "A"), "[[[51,14],[51,14.1],[51.1,14.1],[51,14]]]")));

    var swapped = issue(folder.run(resource("a.geojson", KEYS)), "axes-swapped");

    assertThat(swapped.row()).isEqualTo(1);
    assertThat(swapped.text().en()).contains("14625020");
  }

  @Test
  void statesTheAccuracyOfAnOldDatum() throws IOException {
    folder.write(
        "a.geojson",
        squares(
            feature(
                named("14511000", "Chemnitz"),
                "[[[4560000,5630000],[4570000,5630000],[4570000,5640000],[4560000,5630000]]]")));

    var report = folder.run(resource("a.geojson", KEYS + ",'crs':'EPSG:31468'"));

    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(issue(report, "crs-shifted").text().en()).contains("EPSG:15869, accuracy 2 m");
    assertThat(issue(report, "crs-overridden").text().en()).contains("EPSG:4326");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'key':'AGS'|'key':'SCHLUESSEL'|column-missing",
        "'level':'municipality'|'level':'village'|level-unknown",
        ",'validFrom':'2020-01-01'||edition-undated"
      })
  void rejectsSettingsThatDoNotFit(String right, String wrong, String code) throws IOException {
    folder.write("a.geojson", squares(square(named("14625020", "A"), 0, 0)));

    var report = folder.run(resource("a.geojson", KEYS.replace(right, wrong == null ? "" : wrong)));

    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(report.count(code)).isEqualTo(1);
  }

  @Test
  void rejectsAnotherDayForAKnownEdition() throws IOException {
    folder.write("a.geojson", squares(square(named("14625020", "A"), 0, 0)));
    folder.run(resource("a.geojson", KEYS));

    var report = folder.run(resource("a.geojson", KEYS.replace("2020-01-01", "2021-01-01")));

    assertThat(issue(report, "edition-conflict").text().en()).contains("2020-01-01");
    assertThat(folder.store().currentRevision().number()).isEqualTo(1);
  }

  @Test
  void reportsAncestorsThatAreMissing() throws IOException {
    folder
        .write(
            "a.geojson",
            squares(square(named("14625020", "A"), 0, 0), square(named("14626110", "B"), 1, 0)))
        .write("k.geojson", squares(square(named("14625", "Kreis"), 0, 0)));

    var report =
        folder.run(
            resource("k.geojson", KEYS.replace("municipality", "district")),
            resource("a.geojson", KEYS));

    assertThat(issue(report, "ancestor-missing").text().en())
        .contains("1 areas of the level 'municipality'")
        .contains("14626");
  }

  @Test
  void countsUninhabitedAreas() throws IOException {
    folder.write(
        "a.geojson",
        squares(
            square(named("14625020", "A") + ",'BEZ':'Gemeindefreies Gebiet','EWZ':0", 0, 0),
            square(
                named("14625040", "B") + ",'BEZ':'Gemeindefreies Gebiet, bewohnt','EWZ':3", 1, 0),
            square(named("14625060", "C") + ",'BEZ':'Gemeinde','EWZ':0", 2, 0),
            square(named("14625080", "D") + ",'BEZ':'Gemeinde','EWZ':20", 3, 0)));

    var report =
        folder.run(resource("a.geojson", KEYS + ",'designation':'BEZ','attributes':['EWZ']"));

    assertThat(report.count(Count.AREAS_UNINHABITED)).isEqualTo(2);
  }

  @Test
  void keepsSeveralEditionsSideBySide() throws IOException {
    folder
        .write("a.geojson", squares(square(named("14625020", "Old"), 0, 0)))
        .write("b.geojson", squares(square(named("14625020", "New"), 0, 0)));

    folder.run(
        resource("a.geojson", KEYS),
        resource("b.geojson", KEYS.replace("e1", "e2").replace("2020", "2021")));

    assertThat(folder.area("e1", "municipality", "14625020").name()).isEqualTo("Old");
    assertThat(folder.area("e2", "municipality", "14625020").name()).isEqualTo("New");
    assertThat(folder.store().listEditions()).hasSize(2);
  }

  @Test
  void rejectsAFileOfAnUnknownFormatAndAnEmptyOne() throws IOException {
    folder.write("a.txt", "AGS;GEN").write("b.geojson", squares());

    assertThat(folder.run(resource("a.txt", KEYS)).count("file-unknown-format")).isEqualTo(1);
    assertThat(folder.run(resource("b.geojson", KEYS)).count("no-areas")).isEqualTo(1);
  }

  @Test
  void importsAllOrNothing() throws IOException {
    folder
        .write("a.geojson", squares(square(named("14625020", "A"), 0, 0)))
        .write("b.geojson", "{\"type\":\"FeatureCollection\",\"features\":[");

    var report =
        folder.run(resource("a.geojson", KEYS), resource("b.geojson", KEYS.replace("e1", "e2")));

    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(issue(report, "file-truncated").file()).isEqualTo("b.geojson");
    assertThat(folder.store().listEditions()).isEmpty();
    assertThat(folder.store().listAreas("e1", "municipality")).extracting(Area::name).isEmpty();
  }
}
