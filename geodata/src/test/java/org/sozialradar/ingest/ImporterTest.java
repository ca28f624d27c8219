package org.sozialradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.ImportReport.Outcome;

class ImporterTest {
  private static final String CSV = "ags,year,jobless\n14511000,2021,5\n";
  private static final String RESOURCE =
      """
      {"name": "t", "path": "data/t.csv", "schema": {"fields": [
         {"name": "ags", "radar": {"role": "key", "keyType": "AGS"}},
         {"name": "year", "radar": {"role": "period"}},
         {"name": "jobless", "type": "integer", "radar": {"role": "value", "indicator": "jobless"}}]},
       "radar": {"kind": "indicators", "edition": "2021", "level": "municipality"}}
      """;

  @TempDir Path folder;
  private ImportFixture imports;
  private Path manifests;
  private Path data;

  @BeforeEach
  void open() throws Exception {
    imports = new ImportFixture(folder).withAreas("2021", AreaLevel.MUNICIPALITY, "14511000");
    manifests = Files.createDirectories(folder.resolve("manifests"));
    data = Files.createDirectories(folder.resolve("somewhere/data"));
  }

  @AfterEach
  void close() {
    imports.close();
  }

  private ImportReport run(List<Path> inputs, List<Path> folders, boolean dryRun) {
    return imports
        .importer()
        .run(
            new ImportRequest(inputs, folders, List.of(manifests), dryRun),
            imports.store(),
            Progress.silent());
  }

  private ImportReport run(Path input) {
    return run(List.of(input), List.of(folder.resolve("somewhere")), false);
  }

  private Path manifest(String name, String packageName) throws Exception {
    var text = ImportFixture.manifest(RESOURCE, "jobless").replace("test-data", packageName);
    return Files.writeString(manifests.resolve(name), text);
  }

  private static String firstCode(ImportReport report) {
    return report.packages().get(0).issues().get(0).code();
  }

  @Test
  void findsFilesBelowADataFolderByPathAndByName() throws Exception {
    var manifest = manifest("a.datapackage.json", "a");
    assertThat(firstCode(run(manifest))).isEqualTo("file-not-found");
    Files.writeString(data.resolve("t.csv"), CSV);
    assertThat(run(manifest).isRejected()).isFalse();
    Files.move(data.resolve("t.csv"), folder.resolve("somewhere/t.csv"));
    assertThat(run(manifest).isRejected()).isFalse();
  }

  @Test
  void twoFilesOfOneNameAreAmbiguous() throws Exception {
    Files.writeString(Files.createDirectories(folder.resolve("somewhere/x")).resolve("t.csv"), CSV);
    Files.writeString(Files.createDirectories(folder.resolve("somewhere/y")).resolve("t.csv"), CSV);
    var report = run(manifest("a.datapackage.json", "a"));
    assertThat(firstCode(report)).isEqualTo("file-ambiguous");
  }

  @Test
  void aDataFileFindsTheShippedManifestThatNamesIt() throws Exception {
    var file = Files.writeString(data.resolve("t.csv"), CSV);
    assertThat(firstCode(run(file))).isEqualTo("no-manifest");
    manifest("a.datapackage.json", "a");
    var report = run(file);
    assertThat(report.packages().get(0).name()).isEqualTo("a");
    assertThat(report.packages().get(0).outcome()).isEqualTo(Outcome.STORED);
    manifest("b.datapackage.json", "b");
    assertThat(firstCode(run(file))).isEqualTo("several-manifests");
  }

  @Test
  void aMissingInputIsNamed() {
    assertThat(firstCode(run(folder.resolve("nothing.csv")))).isEqualTo("input-not-found");
  }

  @Test
  void aFolderWithoutManifestIsNotCalledMissing() throws Exception {
    assertThat(firstCode(run(Files.createDirectory(folder.resolve("tables")))))
        .isEqualTo("no-manifest-in-folder");
  }

  @Test
  void aWrongChecksumIsRejected() throws Exception {
    Files.writeString(data.resolve("t.csv"), CSV);
    var manifest = manifest("a.datapackage.json", "a");
    String text = Files.readString(manifest);
    String wrong = "\"hash\": \"sha256:" + "0".repeat(64) + "\", \"schema\"";
    Files.writeString(manifest, text.replace("\"schema\"", wrong));
    assertThat(firstCode(run(manifest))).isEqualTo("checksum-differs");
  }

  @Test
  void stopsAfterARejectedPackageButChecksOn() throws Exception {
    Files.writeString(data.resolve("t.csv"), CSV);
    var good = manifest("a.datapackage.json", "a");
    var bad = manifest("b.datapackage.json", "b");
    Files.writeString(
        bad, Files.readString(bad).replace("\"2021\", \"level\"", "\"1999\", \"level\""));
    var last = manifest("c.datapackage.json", "c");
    var folders = List.of(folder.resolve("somewhere"));
    var report = run(List.of(good, bad, last), folders, false);
    assertThat(report.packages())
        .extracting(ImportReport.PackageReport::outcome)
        .containsExactly(Outcome.STORED, Outcome.REJECTED, Outcome.NOT_READ);
    assertThat(imports.store().currentRevision().number()).isEqualTo(2);
    var check = run(List.of(good, bad, last), folders, true);
    assertThat(check.packages())
        .extracting(ImportReport.PackageReport::outcome)
        .containsExactly(Outcome.CHECKED, Outcome.REJECTED, Outcome.CHECKED);
    assertThat(imports.store().currentRevision().number()).isEqualTo(2);
  }

  @Test
  void reportsForPeopleAndForMachines() throws Exception {
    Files.writeString(data.resolve("t.csv"), CSV + "14999999,2021,1\n");
    var report = run(manifest("a.datapackage.json", "a"));
    assertThat(report.toText(Locale.GERMAN))
        .contains("a: abgelehnt, nichts gespeichert")
        .contains("FEHLER t.csv, Zeile 3, Spalte ags [14999999]")
        .contains("Zeilen gelesen: 2");
    assertThat(report.toText(Locale.ENGLISH)).contains("ERROR t.csv, row 3, column ags");
    assertThat(report.toJson())
        .contains("\"code\" : \"unknown-key\"")
        .contains("\"rows-read\" : 2")
        .contains("\"sha256\" : \"")
        .contains("\"outcome\" : \"rejected\"")
        .contains("\"rejected\" : true");
  }

  @Test
  void progressHearsOfEachFileAndOfStoring() throws Exception {
    Files.writeString(data.resolve("t.csv"), CSV);
    var steps = new ArrayList<String>();
    Progress listener =
        (LocalizedText what, long total) -> {
          steps.add(what.en());
          return Progress.silent().begin(what, total);
        };
    imports
        .importer()
        .run(
            new ImportRequest(
                List.of(manifest("a.datapackage.json", "a")),
                List.of(folder.resolve("somewhere")),
                List.of(),
                false),
            imports.store(),
            listener);
    assertThat(steps).containsExactly("Reading t.csv", "Storing");
  }
}
