package org.sozialradar.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.TestCountry;
import org.sozialradar.server.releases.FrozenExports;
import org.sozialradar.store.Stores;

/** {@code radar release}: makes, lists, shows and withdraws releases of a store. */
class ReleaseCommandTest {
  @TempDir private Path folder;
  private StringWriter out;
  private StringWriter err;

  @BeforeEach
  void fill() {
    try (var store = Stores.open(store())) {
      TestCountry.fill(store);
    }
  }

  private String store() {
    return folder.resolve("store").toString();
  }

  private int run(String language, String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    var all = new ArrayList<>(List.of("release"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--store", store()));
    return RadarCommandLine.run(
        all,
        Map.of("RADAR_LANG", language),
        "9.9",
        (config, store) -> {
          throw new IllegalStateException("nothing is to be served");
        },
        (store, layer, file, progress) -> {
          throw new IllegalStateException("nothing is to be written as an archive");
        },
        new FrozenExports(Clock.systemUTC()),
        new PrintWriter(out),
        new PrintWriter(err));
  }

  private List<Path> files() throws IOException {
    try (var all = Files.walk(folder.resolve("store/releases"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aReleaseIsMadeListedShownAndWithdrawn() throws IOException {
    assertThat(run("en", "list")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("No release was made yet.");
    var notes = Files.writeString(folder.resolve("notes.txt"), "Größen\r\nund Namen");
    int code =
        run(
            "de",
            "create",
            "2026.1",
            "--title-de=Sozialraumdaten 2026",
            "--title-en=Social-space data 2026",
            "--notes",
            notes.toString(),
            "--level=municipality,district",
            "--format=csv-long");
    assertThat(code).as(err.toString()).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("Ausgabe 2026.1: Sozialraumdaten 2026", "Die Ausgabe 2026.1 ist freigegeben");
    assertThat(files())
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrder(
            "municipality-csv-long.zip", "district-csv-long.zip", "CITATION.cff");
    assertThat(run("en", "show", "2026.1")).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("Release 2026.1: Social-space data 2026", "municipality-csv-long.zip")
        .containsPattern("[0-9a-f]{64}  CITATION\\.cff  \\d+ bytes");
    assertThat(run("en", "list")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("2026.1", "Social-space data").doesNotContain("withdrawn");
    int withdrawn =
        run("de", "withdraw", "2026.1", "--reason-de=Falsche Werte.", "--reason-en=Wrong values.");
    assertThat(withdrawn).as(err.toString()).isEqualTo(ExitCode.OK);
    assertThat(run("de", "show", "2026.1")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("zurückgezogen", "Grund: Falsche Werte.");
    assertThat(run("en", "list")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("(withdrawn)");
    assertThat(files()).hasSize(3);
  }

  @Test
  void whatCannotBeIsRefusedInWords() throws IOException {
    assertThat(run("en", "create", "2026.1", "--format=csv-long")).isEqualTo(ExitCode.OK);
    assertThat(run("en", "create", "2026.1")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("exists or existed already");
    assertThat(run("de", "create", "2026.1")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("gibt es oder gab es schon");
    assertThat(run("en", "create", "../2026")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("“id”", "2026.1");
    assertThat(run("en", "create", "2026.2", "--level=village")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("village", "municipality");
    assertThat(run("en", "create", "2026.2", "--format=shp")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("shp");
    assertThat(run("en", "create", "2026.2", "--notes=missing.txt")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("missing.txt");
    assertThat(run("en", "create")).isEqualTo(ExitCode.USAGE);
    assertThat(run("en", "show", "2026.2")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("There is no release “2026.2”.");
    assertThat(run("en", "withdraw", "2026.1")).isEqualTo(ExitCode.USAGE);
    assertThat(run("en", "withdraw", "2026.1", "--reason-de= ", "--reason-en=x"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("The reason must not be empty");
    assertThat(run("de", "withdraw", "2026.2", "--reason-de=x", "--reason-en=x"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("nie freigegeben");
  }

  @Test
  void nothingIsMadeWhereTheFolderCannotBeWritten() throws IOException {
    var taken = Files.writeString(folder.resolve("taken"), "a file");
    int code = run("en", "create", "2026.1", "--releases-folder", taken.toString());
    assertThat(code).isEqualTo(ExitCode.REJECTED);
    assertThat(err.toString()).contains("were not written", "No release was made.");
    assertThat(run("en", "list")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("No release was made yet.");
  }
}
