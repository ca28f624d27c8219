package org.sozialradar.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code radar token} on the file beside an embedded store. */
class TokenCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
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
  void theSecretIsShownOnceAndAlone() throws Exception {
    assertThat(run("token", "create", "--name", "Crisis staff", "--role", "editor"))
        .isEqualTo(ExitCode.OK);
    String secret = out.toString().strip();
    assertThat(secret).matches("radar-[0-9a-f]{8}-[0-9a-f]{64}");
    assertThat(err.toString()).contains("Crisis staff").doesNotContain(secret);
    assertThat(folder.resolve("store/tokens.json")).exists();
    assertThat(Files.readString(folder.resolve("store/tokens.json"))).doesNotContain(secret);

    assertThat(run("token", "list")).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains(secret.substring(6, 14), "editor", "Crisis staff")
        .doesNotContain(secret.substring(15), "expired");
    assertThat(run("token", "revoke", "Crisis staff")).isEqualTo(ExitCode.OK);
    assertThat(run("token", "list")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("no token");
    assertThat(run("token", "revoke", "Crisis staff")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("There is no token “Crisis staff”");
  }

  @Test
  void aNameIsGivenOnce() {
    assertThat(run("token", "create", "--name", "a", "--role", "reader")).isEqualTo(ExitCode.OK);
    assertThat(run("token", "create", "--name", "a", "--role", "admin")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("token “a” already");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a, king, 1, no role “king”",
    "a, reader, 0, 0 days",
    "a, reader, 3651, 3651 days",
    "'-', reader, 1, cannot be the name"
  })
  void wrongUsageSaysWhatIsWrong(String name, String role, String days, String expected) {
    assertThat(run("token", "create", "--name=" + name, "--role", role, "--days", days))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(expected).doesNotContain("\tat ");
    assertThat(folder.resolve("store")).doesNotExist();
  }
}
