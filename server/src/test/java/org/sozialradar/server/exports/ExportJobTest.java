package org.sozialradar.server.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.TestCountry;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.server.text.Language;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;

/** What is chosen is written, whole and with its description, without a server. */
class ExportJobTest {
  private static GeodataStore store;
  private static Snapshot snapshot;
  @TempDir Path folder;

  @BeforeAll
  static void open(@TempDir Path folder) {
    store = Stores.open(folder.resolve("store").toString());
    TestCountry.fill(store);
    snapshot = Snapshots.read(store);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static ExportChoice choice(String... parameters) {
    var values = new HashMap<String, List<String>>();
    for (int i = 0; i < parameters.length; i += 2) {
      values.put(parameters[i], List.of(parameters[i + 1]));
    }
    return ExportChoice.of(
        snapshot, new Query(Map.of(), values, "https://radar.example", Language.ENGLISH, ""));
  }

  private byte[] write(ExportChoice choice) throws IOException {
    var out = new ByteArrayOutputStream();
    new ExportJob(choice, folder).write(out);
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
    return out.toByteArray();
  }

  private static Map<String, byte[]> unpack(byte[] zip) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void aPackageHoldsWhatItsChecksumsName() throws Exception {
    var files = unpack(write(choice("format", "geojson", "level", "municipality")));
    var names = new ArrayList<>(files.keySet());
    assertThat(names.subList(0, 3))
        .containsExactly("README.md", "CITATION.cff", "datapackage.json");
    assertThat(names.get(names.size() - 1)).isEqualTo("SHA256SUMS");
    var lines = text(files.get("SHA256SUMS")).lines().toList();
    assertThat(lines).hasSize(names.size() - 1);
    for (var line : lines) {
      var bytes = files.get(line.substring(66));
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertThat(line).startsWith(HexFormat.of().formatHex(digest) + "  ");
    }
  }

  @Test
  void theSameChoiceMakesTheSameBytes() throws Exception {
    var choice = choice("format", "csv", "level", "municipality", "periods", "all");
    assertThat(write(choice)).isEqualTo(write(choice));
  }

  @Test
  void valuesStandInTheTableWithStatusIntervalAndClass() throws Exception {
    var table = text(write(choice("format", "csv", "level", "municipality", "form", "file")));
    var lines = table.lines().toList();
    assertThat(lines.get(0))
        .contains("cohesion,cohesion_period,cohesion_status,cohesion_lower,cohesion_upper")
        .contains("cohesion_respondents");
    assertThat(lines.get(1)).startsWith("14511000,Chemnitz,Stadt,14,14511,");
    assertThat(lines.get(1)).contains(",3.41,2023,reported,3.3,3.52,250+,");
    assertThat(lines.get(2)).contains(",,2023,suppressed,,,,");
    assertThat(lines).hasSize(5);
  }

  @Test
  void theLongTableHasARowForEachPeriod() throws Exception {
    var table =
        text(
            write(
                choice(
                    "format",
                    "csv-long",
                    "level",
                    "municipality",
                    "indicators",
                    "population",
                    "periods",
                    "all",
                    "form",
                    "file")));
    assertThat(table).contains("14511000,Chemnitz,municipality,2023,population,,2021,");
    assertThat(table).contains("14511000,Chemnitz,municipality,2023,population,,2023,");
  }

  /** Nobody may want the rest, or it may need too much room. */
  private static final class EndingBounds implements ExportBounds {
    private final int most;
    private int looks;

    EndingBounds(int most) {
      this.most = most;
    }

    @Override
    public void requireWanted() throws IOException {
      if (looks > most) {
        throw new IOException("nobody wants it");
      }
    }

    @Override
    public void requireRoom(long temporary) throws IOException {
      looks++;
      if (most == 0) {
        throw new IOException("no room");
      }
    }
  }

  /** Each column holds a row for each area. */
  @Test
  void theLongTableEndsBetweenItsColumnsIfItHasTo() {
    var choice =
        choice("format", "csv-long", "level", "municipality", "periods", "all", "form", "file");
    assertThat(choice.values().orElseThrow().columns()).hasSizeGreaterThan(2);
    assertThatThrownBy(() -> writeWithin(choice, new EndingBounds(0))).hasMessage("no room");
    assertThatThrownBy(() -> writeWithin(choice, new EndingBounds(1)))
        .hasMessage("nobody wants it");
    assertThat(folder).isEmptyDirectory();
  }

  private void writeWithin(ExportChoice choice, ExportBounds bounds) throws IOException {
    new ExportJob(choice, folder, bounds).write(OutputStream.nullOutputStream());
  }

  @Test
  void anAreaAndAFilterBoundWhatIsTaken() throws Exception {
    var inside =
        text(
            write(
                choice("format", "csv", "level", "municipality", "area", "14626", "form", "file")));
    assertThat(inside.lines()).hasSize(3);
    var filtered =
        text(
            write(
                choice(
                    "format",
                    "csv",
                    "level",
                    "municipality",
                    "filter",
                    "population > 100000",
                    "form",
                    "file")));
    assertThat(filtered.lines()).hasSize(2);
  }

  @Test
  void whatCannotBeChosenIsRefusedWithWhatThereIs() {
    assertRefused("population", "indicators", "nothing");
    assertRefused("2023", "edition", "1900");
    assertRefused("district", "level", "planet");
    assertRefused("2021, 2023", "periods", "1999", "indicators", "population");
    assertRefused("search", "area", "99999");
    assertRefused("CRS84", "crs", "EPSG:25833");
    assertRefused("EPSG:25833", "crs", "EPSG:1");
    assertRefused("csv-long", "dialect", "excel-de");
    assertRefused("geojsonseq", "format", "shapefile");
    assertRefused("population", "filter", "nothing > 3");
  }

  private static void assertRefused(String hint, String... parameters) {
    var all = new ArrayList<>(List.of(parameters));
    if (!all.contains("format")) {
      all.addAll(List.of("format", "geojson"));
    }
    if (!all.contains("level")) {
      all.addAll(List.of("level", "municipality"));
    }
    assertThatThrownBy(() -> choice(all.toArray(new String[0])))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.parameter()).isEqualTo(parameters[0]);
              assertThat(String.join(" ", problem.arguments())).contains(hint);
            });
  }
}
