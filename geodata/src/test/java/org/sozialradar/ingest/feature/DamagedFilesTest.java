package org.sozialradar.ingest.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.geopackage.GeoPackageReader;

/** Damaged binary files are rejected or their features refused; nothing else may happen. */
class DamagedFilesTest {
  private static final Random RANDOM = new Random(14);

  @TempDir Path folder;

  private byte[] fixture(String name) throws IOException {
    return Files.readAllBytes(CollectedFeatures.fixture(folder, name));
  }

  private ImportIssue rejection(FeatureReader reader, byte[] content) throws IOException {
    var file = Files.write(folder.resolve("damaged"), content);
    var exception =
        catchThrowableOfType(
            InputRejectedException.class, () -> CollectedFeatures.of(reader, file));
    assertThat(exception).isNotNull();
    return exception.issue();
  }

  /** Parts of the Shapefile by their ending, for damaging. */
  private Map<String, byte[]> shapefile() throws IOException {
    var parts = new LinkedHashMap<String, byte[]>();
    var path = CollectedFeatures.fixture(folder, "areas_utf8.zip");
    try (var zip = new ZipFile(path.toFile())) {
      for (var entry : zip.stream().toList()) {
        String name = entry.getName();
        parts.put(name.substring(name.lastIndexOf('.')), zip.getInputStream(entry).readAllBytes());
      }
    }
    return parts;
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        String name = part.getKey();
        zip.putNextEntry(new ZipEntry(name.matches("\\.[a-z]+") ? "areas" + name : name));
        zip.write(part.getValue());
      }
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({"areas.fgb, 1", "areas_noindex.fgb, 1"})
  void namesATruncatedFlatGeobuf(String name, int step) throws IOException {
    byte[] whole = fixture(name);
    var codes = new TreeSet<String>();
    for (int length = 8; length < whole.length; length += step) {
      codes.add(rejection(new FlatGeobufReader(), Arrays.copyOf(whole, length)).code());
    }
    assertThat(codes).containsExactly("file-truncated");
    assertThat(rejection(new FlatGeobufReader(), Arrays.copyOf(whole, 7)).code())
        .isEqualTo("file-truncated");
    assertThat(rejection(new FlatGeobufReader(), new byte[100]).code())
        .isEqualTo("file-wrong-format");
  }

  @Test
  void namesATruncatedGeoPackage() throws IOException {
    byte[] whole = fixture("areas.gpkg");
    var codes = new TreeSet<String>();
    for (int length = 1; length < whole.length - 4096; length += 4096) {
      codes.add(rejection(new GeoPackageReader(""), Arrays.copyOf(whole, length)).code());
    }
    assertThat(Set.of("file-truncated", "file-wrong-format")).containsAll(codes);
    assertThat(rejection(new GeoPackageReader(""), "AGS;GEN\n".getBytes(StandardCharsets.UTF_8)))
        .extracting(ImportIssue::code)
        .isEqualTo("file-wrong-format");
  }

  @ParameterizedTest
  @CsvSource({".shp", ".dbf"})
  void namesATruncatedPartOfAShapefile(String part) throws IOException {
    var parts = shapefile();
    byte[] whole = parts.get(part);
    var codes = new TreeSet<String>();
    for (int length = 0; length < whole.length - 1; length++) {
      parts.put(part, Arrays.copyOf(whole, length));
      codes.add(rejection(new ShapefileReader("", ""), zip(parts)).code());
    }
    assertThat(codes).containsExactly("file-truncated");
  }

  @Test
  void namesATruncatedArchive() throws IOException {
    byte[] whole = fixture("areas_utf8.zip");

    assertThat(rejection(new ShapefileReader("", ""), Arrays.copyOf(whole, whole.length / 2)))
        .extracting(ImportIssue::code)
        .isEqualTo("archive-unreadable");
  }

  @Test
  void namesAMissingPart() throws IOException {
    var parts = shapefile();
    parts.remove(".dbf");

    assertThat(rejection(new ShapefileReader("", ""), zip(parts)))
        .satisfies(issue -> assertThat(issue.code()).isEqualTo("shapefile-part-missing"))
        .satisfies(issue -> assertThat(issue.text().en()).contains("areas.dbf"));
    assertThat(rejection(new ShapefileReader("", ""), zip(Map.of("readme.txt", new byte[5]))))
        .extracting(ImportIssue::code)
        .isEqualTo("shapefile-part-missing");
  }

  @Test
  void asksForTheLayerWhereThereAreSeveral() throws IOException {
    var parts = shapefile();
    Map.copyOf(parts).forEach((ending, bytes) -> parts.put("other" + ending, bytes));
    byte[] both = zip(parts);

    assertThat(rejection(new ShapefileReader("", ""), both).code()).isEqualTo("layer-ambiguous");
    assertThat(rejection(new ShapefileReader("third", ""), both))
        .satisfies(issue -> assertThat(issue.code()).isEqualTo("layer-unknown"))
        .satisfies(issue -> assertThat(issue.text().en()).contains("areas").contains("other"));
    var chosen = Files.write(folder.resolve("both.zip"), both);
    assertThat(CollectedFeatures.of(new ShapefileReader("other", ""), chosen).accepted())
        .hasSize(3);
    assertThat(rejection(new GeoPackageReader("other"), fixture("areas.gpkg")).code())
        .isEqualTo("layer-unknown");
  }

  @Test
  void rejectsAnEntryThatLeadsOut() throws IOException {
    var parts = shapefile();
    parts.put("../evil.txt", new byte[1]);

    assertThat(rejection(new ShapefileReader("", ""), zip(parts)).code())
        .isEqualTo("archive-unsafe-name");
  }

  @Test
  void rejectsAShapefileWithMoreRowsThanShapes() throws IOException {
    var parts = shapefile();
    byte[] table = parts.get(".dbf");
    table[4] = 2;
    parts.put(".dbf", table);

    assertThat(rejection(new ShapefileReader("", ""), zip(parts)))
        .satisfies(issue -> assertThat(issue.code()).isEqualTo("shapefile-rows-differ"))
        .satisfies(issue -> assertThat(issue.text().en()).contains("3 shapes but 2 rows"));
  }

  @Test
  void passesOverDeletedRows() throws IOException {
    var parts = shapefile();
    byte[] table = parts.get(".dbf");
    int firstRow = Byte.toUnsignedInt(table[8]) + 256 * Byte.toUnsignedInt(table[9]);
    table[firstRow] = '*';
    var file = Files.write(folder.resolve("deleted.zip"), zip(parts));

    assertThat(CollectedFeatures.of(new ShapefileReader("", ""), file).accepted())
        .extracting(RawFeature::number)
        .containsExactly(2L, 3L);
  }

  @Test
  void namesAShapeThatIsNoPolygon() throws IOException {
    var parts = shapefile();
    byte[] shapes = parts.get(".shp");
    shapes[108] = 1;
    parts.put(".shp", shapes);
    var file = Files.write(folder.resolve("points.zip"), zip(parts));

    assertThat(CollectedFeatures.of(new ShapefileReader("", ""), file).refused())
        .containsExactly("1 geometry-wrong-type");
  }

  /** Many files with a few wrong bytes each. */
  @ParameterizedTest
  @CsvSource({"fgb, 1000", "shp, 500", "dbf, 500", "gpkg, 100"})
  void survivesWrongBytes(String part, int tries) throws IOException {
    var parts = shapefile();
    byte[] whole =
        part.equals("shp") || part.equals("dbf") ? parts.get("." + part) : fixture("areas." + part);
    for (int i = 0; i < tries; i++) {
      byte[] wrong = withWrongBytes(whole);
      switch (part) {
        case "fgb" -> readOrReject(new FlatGeobufReader(), wrong);
        case "gpkg" -> readOrReject(new GeoPackageReader(""), wrong);
        default -> {
          parts.put("." + part, wrong);
          readOrReject(new ShapefileReader("", ""), zip(parts));
        }
      }
    }
  }

  private static byte[] withWrongBytes(byte[] whole) {
    byte[] wrong = whole.clone();
    for (int i = 0; i <= RANDOM.nextInt(4); i++) {
      int limit = RANDOM.nextBoolean() ? Math.min(200, wrong.length) : wrong.length;
      wrong[RANDOM.nextInt(limit)] = (byte) RANDOM.nextInt(256);
    }
    return wrong;
  }

  private void readOrReject(FeatureReader reader, byte[] content) throws IOException {
    var file = Files.write(folder.resolve("wrong"), content);
    try {
      var read = CollectedFeatures.of(reader, file);
      assertThat(read.accepted().size() + read.refused().size()).isLessThanOrEqualTo(4);
    } catch (InputRejectedException e) {
      assertThat(e.issue().file()).isEqualTo("wrong");
    }
  }
}
