package org.sozialradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportBundleTest {
  private static final String RESOURCE =
      """
      {"name": "a", "path": "raw/a.csv", "schema": {"fields": [
         {"name": "ags", "type": "string", "radar": {"role": "key", "keyType": "AGS"}},
         {"name": "n", "type": "integer", "radar": {"role": "value", "indicator": "n", "period": "2021"}}]},
       "radar": {"kind": "indicators", "edition": "e", "level": "municipality"}}
      """;

  @TempDir Path folder;

  private static ManifestReader reader() {
    return Importer.installed(ImportLimits.STANDARD, Clock.systemUTC()).manifestReader();
  }

  private Path write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path unpacked(Path input, Path... data) throws IOException {
    var request = new ImportRequest(List.of(input), List.of(data), List.of(), false);
    var archive = folder.resolve("bundle.zip");
    try (var out = Files.newOutputStream(archive)) {
      ImportBundle.pack(request, reader(), out);
    }
    return unpack(archive);
  }

  private Path unpack(Path archive) throws IOException {
    var target = Files.createTempDirectory(folder, "unpacked");
    ArchiveFolder.unpack(archive, target, ImportLimits.STANDARD);
    return target;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(folder::relativize)
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }

  @Test
  void aManifestBringsItsFilesFromWhereverTheyAre() throws IOException {
    var manifest = write("m/x.datapackage.json", ImportFixture.manifest(RESOURCE, "n"));
    write("data/deep/a.csv", "ags,n\n");
    var unpacked = unpacked(manifest, folder.resolve("data"));
    assertThat(names(unpacked))
        .containsExactly("0/raw/a.csv", "0/x.datapackage.json", "inputs.txt");
    assertThat(ImportBundle.inputs(unpacked))
        .containsExactly(unpacked.resolve("0/x.datapackage.json"));
  }

  @Test
  void aDataFileBringsItsManifestAndStaysWhatIsMeant() throws IOException {
    write("m/datapackage.json", ImportFixture.manifest(RESOURCE, "n"));
    var unpacked = unpacked(write("m/a.csv", "ags,n\n"));
    assertThat(names(unpacked)).containsExactly("0/a.csv", "0/datapackage.json", "inputs.txt");
    assertThat(ImportBundle.inputs(unpacked)).containsExactly(unpacked.resolve("0/a.csv"));
  }

  @Test
  void whatIsMissingIsNamedBeforeAnythingIsSent() throws IOException {
    var manifest = write("m/datapackage.json", ImportFixture.manifest(RESOURCE, "n"));
    var rejected = catchThrowableOfType(InputRejectedException.class, () -> unpacked(manifest));
    assertThat(rejected.issue().code()).isEqualTo("file-not-found");
  }

  @Test
  void withoutAListAllManifestsAreMeant() throws IOException {
    var one = write("u/b/datapackage.json", "{}");
    var other = write("u/a/x.datapackage.json", "{}");
    write("u/a/x.csv", "");
    assertThat(ImportBundle.inputs(folder.resolve("u"))).containsExactly(other, one);
    Files.createDirectory(folder.resolve("empty"));
    var rejected =
        catchThrowableOfType(
            InputRejectedException.class, () -> ImportBundle.inputs(folder.resolve("empty")));
    assertThat(rejected.issue().code()).isEqualTo("upload-without-manifest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret", "/etc/passwd", "none.csv", "a/../../secret", ".", "c:x"})
  void aListNamesOnlyWhatIsThere(String line) throws IOException {
    write("secret", "x");
    write("u/inputs.txt", line + "\n");
    var rejected =
        catchThrowableOfType(
            InputRejectedException.class, () -> ImportBundle.inputs(folder.resolve("u")));
    assertThat(rejected.issue().code()).isEqualTo("upload-list-invalid");
  }

  @Test
  void namesInAnArchiveMustNotMeet() throws IOException {
    var archive = folder.resolve("a.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (var name : List.of("a", "a/b")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.closeEntry();
      }
    }
    var rejected = catchThrowableOfType(InputRejectedException.class, () -> unpack(archive));
    assertThat(rejected.issue().code()).isEqualTo("archive-conflicting-names");
  }

  @Test
  void aReportIsReadAsItWasWritten() {
    var issue =
        IssueType.error("some-code", "deutsch %s", "english %s")
            .at(IssuePlace.ofFile("a.csv"), "v", "x");
    var report = ImportReport.ofRejected("a.csv", issue, Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(report.isRejected()).isTrue();
    assertThat(ImportReport.ofJson(report.toJson())).isEqualTo(report);
  }
}
