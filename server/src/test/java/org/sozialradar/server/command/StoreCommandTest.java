package org.sozialradar.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.store.Stores;
import org.sozialradar.store.h2.H2GeodataStore;

/** {@code migrate}, {@code revisions}, {@code restore} and {@code prune} on an embedded store. */
class StoreCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--store", folder.resolve("store").toString()));
    return RadarCommandLine.run(
        all,
        Map.of("RADAR_LANG", "en"),
        "9.9",
        (config, store) -> {
          throw new IllegalStateException("nothing is to be served");
        },
        (store, layer, file, progress) -> {
          throw new IllegalStateException("nothing is to be written as an archive");
        },
        (store, asked, draft) -> {
          throw new IllegalStateException("no release is to be made");
        },
        new PrintWriter(out),
        new PrintWriter(err));
  }

  @Test
  void migrateMakesAnEmptyStore() {
    assertThat(run("migrate")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("version " + H2GeodataStore.SCHEMA_VERSION);
    assertThat(run("revisions")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("no revision yet");
  }

  @Test
  void restoresARevisionAndPrunesOnlyWhenToldTo() {
    assertThat(run("import", "--sample")).isEqualTo(ExitCode.OK);
    long last;
    try (var store = Stores.open(folder.resolve("store").toString())) {
      last = store.currentRevision().number();
    }
    assertThat(run("restore", "1")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("Revision " + (last + 1) + " now holds what revision 1");
    assertThat(run("revisions")).isEqualTo(ExitCode.OK);
    assertThat(out.toString().lines()).hasSize((int) last + 1);
    assertThat(out.toString().lines().findFirst().orElseThrow()).contains("restored from 1");

    assertThat(run("prune", "--keep", "2")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains((last - 1) + " revisions would be deleted", "--yes");
    assertThat(run("prune", "--keep", "2", "--yes")).isEqualTo(ExitCode.OK);
    assertThat(run("revisions")).isEqualTo(ExitCode.OK);
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(run("prune")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("Nothing to delete");
  }

  @Test
  void refusesRevisionsThatAreNotKeptAndPruningAll() {
    assertThat(run("restore", "7")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("keeps no revision 7");
    assertThat(run("restore")).isEqualTo(ExitCode.USAGE);
    assertThat(run("restore", "x")).isEqualTo(ExitCode.USAGE);
    assertThat(run("prune", "--keep", "0")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("At least one revision").doesNotContain("\tat ");
  }

  @Test
  void thePasswordIsNoOption() {
    assertThat(run("revisions", "--store-password", "x")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("Unknown argument");
  }
}
