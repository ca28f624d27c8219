package org.sozialradar.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.server.TestCountry;
import org.sozialradar.server.exports.ExportFormat;
import org.sozialradar.store.Stores;

/** {@code radar export FORMAT} on an embedded store; PostgisServerTest does it on the other. */
class ExportDataCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path shared;
  @TempDir Path folder;

  private StringWriter out;
  private StringWriter err;

  @BeforeAll
  static void fill() {
    try (var store = Stores.open(shared.resolve("store").toString())) {
      TestCountry.fill(store);
    }
  }

  @BeforeEach
  void begin() {
    out = new StringWriter();
    err = new StringWriter();
  }

  private int run(String... arguments) {
    return runOver(shared.resolve("store"), arguments);
  }

  private int runOver(Path store, String... arguments) {
    var all = new ArrayList<>(List.of("export"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--store", store.toString()));
    return RadarCommandLine.run(
        all,
        Map.of("RADAR_LANG", "en"),
        "9.9",
        (config, opened) -> {
          throw new IllegalStateException("nothing is to be served");
        },
        (opened, layer, file, progress) -> {
          throw new IllegalStateException("nothing is to be written as an archive");
        },
        (frozen, asked, draft) -> {
          throw new IllegalStateException("no release is to be made");
        },
        new PrintWriter(out),
        new PrintWriter(err));
  }

  private Path exported(String name, String... arguments) {
    var file = folder.resolve(name);
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--out", file.toString()));
    assertThat(run(all.toArray(String[]::new))).as(err.toString()).isEqualTo(ExitCode.OK);
    return file;
  }

  @Test
  void eachFormatIsWritten() throws IOException {
    for (var format : ExportFormat.all()) {
      var file = exported("areas." + format.id(), format.id(), "--level", "municipality");
      assertThat(file).isNotEmptyFile();
      assertThat(err.toString()).contains("Written: " + file);
    }
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(ExportFormat.all().size());
    }
  }

  @Test
  void whatIsChosenIsWritten() throws IOException {
    var file =
        exported(
            "some.geojson",
            "geojson",
            "--level",
            "municipality",
            "--indicators",
            "population",
            "--area",
            "14626");
    var read = JSON.readTree(file.toFile());
    assertThat(read.get("features"))
        .extracting(one -> one.at("/properties/code").asText())
        .containsExactly("14626110", "14626600");
    assertThat(read.at("/features/0/properties").has("population")).isTrue();
  }

  @Test
  void germanExcelGetsItsTable() throws IOException {
    var file = exported("areas.csv", "csv", "--level", "municipality", "--dialect", "excel-de");
    assertThat(Files.readString(file)).startsWith("\uFEFFcode;name;");
  }

  /** A name that ends with .zip, or the form that is asked for. */
  @Test
  void aPackageHoldsDescriptionAndChecksums() throws IOException {
    for (var file :
        List.of(
            exported("areas.zip", "csv", "--level", "municipality"),
            exported("areas.bin", "csv", "--level", "municipality", "--form", "package"))) {
      try (var archive = new ZipFile(file.toFile())) {
        assertThat(archive.stream().map(entry -> entry.getName()))
            .anyMatch(name -> name.endsWith("README.md"))
            .anyMatch(name -> name.endsWith("datapackage.json"))
            .anyMatch(name -> name.endsWith("SHA256SUMS"));
      }
    }
  }

  @Test
  void aDashIsStandardOutputAndNothingElseGoesThere() {
    var written = new ByteArrayOutputStream();
    var before = System.out;
    try (var capture = new PrintStream(written, true, StandardCharsets.UTF_8)) {
      System.setOut(capture);
      assertThat(run("csv", "--level", "municipality", "--out", "-")).isEqualTo(ExitCode.OK);
    } finally {
      System.setOut(before);
    }
    assertThat(written.toString(StandardCharsets.UTF_8))
        .startsWith("code,name,")
        .contains("\r\n14511000,");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anOutputThatIsFullIsNoSuccess() {
    var before = System.out;
    try (var full = new PrintStream(new FullDisk(), true, StandardCharsets.UTF_8)) {
      System.setOut(full);
      assertThat(run("csv", "--level", "municipality", "--out", "-")).isEqualTo(ExitCode.REJECTED);
    } finally {
      System.setOut(before);
    }
  }

  /** Takes nothing. */
  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          csv --level nowhere                                   | municipality
          csv --level municipality --indicators nothing         | population
          csv --level municipality --edition 1871               | 2023
          gpkg --level municipality --crs EPSG:31467            | EPSG:25833
          geojson --level municipality --crs EPSG:25833         | CRS84
          csv --level municipality --dialect excel-fr           | excel-de
          csv --level municipality --area 99999                 | 99999
          csv --level municipality --filter population>         | expected is an expression
          csv --level municipality --form box                   | package
          csv --colour red                                      | Unknown argument: --colour
          """)
  void wrongChoicesAreNamedAndWriteNothing(String arguments, String said) throws IOException {
    var all = new ArrayList<>(List.of(arguments.split(" ", -1)));
    all.addAll(List.of("--out", folder.resolve("x").toString()));
    assertThat(run(all.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(said).doesNotContain("\tat ");
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void placesThatCannotBeWrittenAreNamedBeforeAnythingIsRead() {
    assertThat(run("csv", "--out", folder.resolve("no/where.csv").toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("The file cannot be written to");
    assertThat(run("csv", "--out", folder.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(run("csv")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("Missing");
  }

  /** As root, it would replace the device for everybody. */
  @Test
  void noDeviceIsReplacedAndALinkStaysALink() throws IOException {
    assertThat(run("csv", "--level", "state", "--out", "/dev/null")).isEqualTo(ExitCode.USAGE);
    assertThat(run("pyramid", "--out", "/dev/null")).isEqualTo(ExitCode.USAGE);
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    var target = Files.writeString(folder.resolve("target.csv"), "before");
    var link = Files.createSymbolicLink(folder.resolve("link.csv"), target);
    exported("link.csv", "csv", "--level", "state");
    assertThat(link).isSymbolicLink();
    assertThat(target).content().isNotEqualTo("before");
  }

  @Test
  void aStoreThatAnotherHoldsIsNamed() {
    try (var held = Stores.open(folder.resolve("held").toString())) {
      TestCountry.fill(held);
      assertThat(runOver(folder.resolve("held"), "csv", "--out", folder.resolve("x").toString()))
          .isEqualTo(ExitCode.STORE_IN_USE);
    }
    assertThat(folder.resolve("x")).doesNotExist();
  }
}
