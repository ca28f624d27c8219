package org.sozialradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.ingest.ImportReport.Outcome;

/** Hostile files at the limits that an import really has: rejected by name, nothing is stored. */
class BadFilesTest {
  private static final int REPEATED_BYTES = 16 << 20;
  private static final int REPETITIONS = 640;

  @TempDir Path folder;
  private ImportFixture imports;
  private long revision;

  @BeforeEach
  void open() {
    imports = new ImportFixture(folder).withAreas("2021", AreaLevel.MUNICIPALITY, "14511000");
    revision = imports.store().currentRevision().number();
  }

  @AfterEach
  void close() {
    imports.close();
  }

  private static String boundaries(String file) {
    return """
        {"name": "b", "path": "%s", "radar": {"kind": "boundaries", "level": "municipality",
          "edition": "2022", "validFrom": "2022-01-01", "key": "AGS", "name": "GEN"}}"""
        .formatted(file);
  }

  private static String table(String file) {
    return """
        {"name": "t", "path": "%s", "schema": {"fields": [
          {"name": "ags", "radar": {"role": "key", "keyType": "AGS"}},
          {"name": "jobless", "type": "integer", "radar": {"role": "value", "indicator": "jobless"}}]},
         "radar": {"kind": "indicators", "edition": "2021", "level": "municipality",
           "period": "2021"}}"""
        .formatted(file);
  }

  private ImportIssue rejection(String file) {
    boolean ofTable = file.contains("table");
    var report = imports.run(ofTable ? table(file) : boundaries(file), "jobless");
    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(imports.store().currentRevision().number()).isEqualTo(revision);
    var issue = report.issues().get(0);
    assertThat(issue.file()).isEqualTo(file);
    return issue;
  }

  @ParameterizedTest
  @CsvSource({
    "table.xlsx,xl/worksheets/sheet1.xml",
    "areas.zip,areas.shp",
    "areas.zip,inner.geojson.gz",
  })
  void tenGigabytesOfZerosInAZipAreRejected(String file, String entry) throws IOException {
    imports.write(file, zipOfZeros(entry));
    assertThat(rejection(file).code()).isEqualTo("unpacked-too-large");
  }

  @Test
  void sharedTextsThatWouldFillTheMemoryAreRejected() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("noise.bin"));
      var noise = new byte[1 << 20];
      new java.util.Random(1).nextBytes(noise);
      zip.write(noise);
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      zip.write("<sst><si><t>".getBytes(StandardCharsets.US_ASCII));
      var text = new byte[1 << 20];
      Arrays.fill(text, (byte) 'a');
      for (int i = 0; i < 130; i++) {
        zip.write(text);
      }
      zip.write("</t></si></sst>".getBytes(StandardCharsets.US_ASCII));
    }
    imports.write("table.xlsx", bytes.toByteArray());
    assertThat(rejection("table.xlsx").code()).isEqualTo("unpacked-too-large");
    assertThat(rejection("table.xlsx").text().en()).contains(Long.toString(128L << 20));
  }

  @ParameterizedTest
  @CsvSource({"table.csv.gz", "areas.geojson.gz"})
  void tenGigabytesInAGzipAreRejected(String file) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});
    out.write(deflated((byte) ' '));
    imports.write(file, out.toByteArray());
    assertThat(rejection(file).code()).isEqualTo("unpacked-too-large");
  }

  @ParameterizedTest
  @CsvSource({"table.xlsx", "areas.zip"})
  void anEntryThatLeadsOutOfTheFolderIsRejectedByName(String file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("../../evil.shp"));
      zip.write(1);
    }
    imports.write(file, bytes.toByteArray());
    var issue = rejection(file);
    assertThat(issue.code()).isEqualTo("archive-unsafe-name");
    assertThat(issue.value()).isEqualTo("../../evil.shp");
    assertThat(folder.resolve("../../evil.shp")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "table.csv,header-missing", "table.xlsx,header-missing", "areas.bin,file-unknown-format",
    "areas.geojson,file-wrong-format", "areas.gpkg,file-wrong-format",
        "areas.zip,archive-unreadable",
    "areas.fgb,file-wrong-format"
  })
  void aPictureIsNoData(String file, String code) {
    imports.write(
        file, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13});
    assertThat(rejection(file).code()).isEqualTo(code);
  }

  @Test
  void aTruncatedTableNamesTheRowThatIsCut() {
    imports.write("table.csv", "ags,jobless\n14511000,5\n1461");
    var issue = rejection("table.csv");
    assertThat(issue.code()).isEqualTo("row-width");
    assertThat(issue.row()).isEqualTo(3);
  }

  @Test
  void aKeyThatDoesNotExistNamesRowColumnAndValue() {
    imports.write("table.csv", "ags,jobless\n14511000,5\n14999999,6\n");
    var issue = rejection("table.csv");
    assertThat(issue.code()).isEqualTo("unknown-key");
    assertThat(issue.row()).isEqualTo(3);
    assertThat(issue.column()).isEqualTo("ags");
    assertThat(issue.value()).isEqualTo("14999999");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[[14,51],[14.1,51],[14,51]]]|polygon-too-few-points",
        "[[[14,51],[NaN,51],[14.1,51.1],[14,51]]]|coordinate-not-finite"
      })
  void aBadPolygonNamesFeatureColumnAndKey(String coordinates, String code) {
    imports.write(
        "areas.geojson",
        """
        {"type": "FeatureCollection", "features": [{"type": "Feature",
          "properties": {"AGS": "14511000", "GEN": "Ort"},
          "geometry": {"type": "Polygon", "coordinates": %s}}]}"""
            .formatted(coordinates));
    var issue = rejection("areas.geojson");
    assertThat(issue.code()).isEqualTo(code);
    assertThat(issue.row()).isEqualTo(1);
    assertThat(issue.column()).isEqualTo("AGS");
    assertThat(issue.value()).isEqualTo("14511000");
  }

  /** A deflated stream of 10 GB of one byte; blocks after a full flush can be repeated. */
  private static byte[] deflated(byte value) throws IOException {
    var block = new ByteArrayOutputStream();
    var content = new byte[REPEATED_BYTES];
    Arrays.fill(content, value);
    var deflater = new Deflater(Deflater.BEST_SPEED, true);
    try (var out = new DeflaterOutputStream(block, deflater, 1 << 16, true)) {
      out.write(content);
      out.flush();
      var repeated = block.toByteArray();
      var all = new ByteArrayOutputStream(repeated.length * REPETITIONS);
      for (int i = 0; i < REPETITIONS; i++) {
        all.write(repeated);
      }
      return all.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /** An archive that says of its entry that it unpacks to 100 bytes. */
  private static byte[] zipOfZeros(String entry) throws IOException {
    byte[] name = entry.getBytes(StandardCharsets.US_ASCII);
    byte[] content = deflated((byte) 0);
    var local =
        header(0x04034b50, 30)
            .putShort(4, (short) 20)
            .putShort(8, (short) 8)
            .putInt(18, content.length)
            .putInt(22, 100)
            .putShort(26, (short) name.length);
    var central =
        header(0x02014b50, 46)
            .putShort(6, (short) 20)
            .putShort(10, (short) 8)
            .putInt(20, content.length)
            .putInt(24, 100)
            .putShort(28, (short) name.length);
    var end =
        header(0x06054b50, 22)
            .putShort(8, (short) 1)
            .putShort(10, (short) 1)
            .putInt(12, 46 + name.length)
            .putInt(16, 30 + name.length + content.length);
    var zip = new ByteArrayOutputStream();
    for (byte[] part : new byte[][] {bytes(local), name, content, bytes(central), name}) {
      zip.write(part);
    }
    zip.write(bytes(end));
    return zip.toByteArray();
  }

  private static ByteBuffer header(int signature, int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).putInt(0, signature);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    var bytes = new byte[buffer.capacity()];
    buffer.get(0, bytes);
    return bytes;
  }
}
