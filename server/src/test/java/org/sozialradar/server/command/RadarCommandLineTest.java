package org.sozialradar.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RadarCommandLineTest {
  private static final Map<String, String> ENGLISH = Map.of("RADAR_LANG", "en");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Map<String, String> environment, String... arguments) {
    return RadarCommandLine.run(
        List.of(arguments),
        environment,
        "9.9",
        (config, store) -> {
          throw new CommandException(ExitCode.USAGE, "error.port-in-use", "7070", "127.0.0.1");
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

  @ParameterizedTest
  @ValueSource(strings = {"--help", "check --help", "import --help", "serve --help", "serve -h"})
  void helpIsAnswered(String arguments) {
    assertThat(run(ENGLISH, arguments.split(" ", -1))).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("Usage: radar", "Exit codes: 0 done, 1 data rejected");
  }

  @Test
  void helpSpeaksGerman() {
    assertThat(run(Map.of(), "serve", "--help", "--lang", "de")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("Aufruf: radar serve", "--port=N", "Vorgabe: 7070");
  }

  @Test
  void theVersionIsNamed() {
    assertThat(run(ENGLISH, "--version")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).isEqualToIgnoringNewLines("Sozialradar 9.9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                     | A command is missing
          serv                                   | Unknown argument: serv
          serve --prot 1                         | Unknown argument: --prot
          serve --port x                         | whole numbers from 0 to 65535
          serve --port 99999                     | whole numbers from 0 to 65535
          serve --port                           | Missing
          serve --config nothing.properties      | There is no settings file nothing.properties
          serve --store jdbc:mysql://x/y         | This store address is of no use
          import                                 | What to read is missing
          check                                  | What to read is missing
          import --sample x.csv                  | cannot be combined with files
          check --sample                         | Unknown argument: --sample
          check nothing.json                     | There is no file nothing.json
          import nothing.json                    | There is no file nothing.json
          import https://example.org/x.csv       | is an address
          check file:///etc/passwd               | is an address
          """)
  void wrongUsageSaysWhatIsWrong(String arguments, String expected) {
    var words = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);
    assertThat(run(ENGLISH, words)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(expected).doesNotContain("Exception", "\tat ");
  }

  @Test
  void unknownVariablesFailInEveryCommand() throws IOException {
    var file = Files.writeString(folder.resolve("datapackage.json"), "{}");
    var environment = Map.of("RADAR_LANG", "en", "RADAR_STROE", "x");
    for (var command : List.of("check", "import")) {
      assertThat(run(environment, command, file.toString())).isEqualTo(ExitCode.USAGE);
    }
    assertThat(run(environment, "serve")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("Unknown setting RADAR_STROE");
  }

  @Test
  void aPortInUseIsWrongUsage() {
    String store = folder.resolve("store").toString();
    assertThat(run(ENGLISH, "serve", "--store", store)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("Port 7070", "choose another port with --port");
  }

  @Test
  void aStoreWithoutDataIsNamedBeforeItIsServed() {
    String store = folder.resolve("mistyped").toString();
    run(ENGLISH, "serve", "--store", store);
    assertThat(out.toString()).contains(store + " holds no data yet", "import");
  }

  @Test
  void aManifestThatIsNoneIsRejectedAndReported() throws IOException {
    var file = Files.writeString(folder.resolve("datapackage.json"), "{\"name\": \"x\"");
    var report = folder.resolve("report.json");
    int code = run(ENGLISH, "check", file.toString(), "--report", report.toString());
    assertThat(code).isEqualTo(ExitCode.REJECTED);
    assertThat(out.toString()).contains("rejected");
    var json = new ObjectMapper().readTree(report.toFile());
    assertThat(json.get("rejected").asBoolean()).isTrue();
    assertThat(json.at("/packages/0/issues/0/code").asText()).isNotBlank();
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("datapackage.json", "report.json");
  }

  @Test
  void aCheckMakesNoStore() throws IOException {
    var file = Files.writeString(folder.resolve("datapackage.json"), "{}");
    var store = folder.resolve("store");
    run(ENGLISH, "check", file.toString(), "--store", store.toString());
    assertThat(store).doesNotExist();
  }

  @Test
  void aRejectedImportIntoANewPathLeavesNothing() throws IOException {
    var file = Files.writeString(folder.resolve("datapackage.json"), "{}");
    String store = folder.resolve("new").resolve("deeper").resolve("store").toString();
    int code = run(ENGLISH, "import", file.toString(), "--store", store);
    assertThat(code).isEqualTo(ExitCode.REJECTED);
    assertThat(folder.toFile().list()).containsExactly("datapackage.json");
  }

  @Test
  void aRejectedImportLeavesAStoreThatWasThere() throws IOException {
    var file = Files.writeString(folder.resolve("datapackage.json"), "{}");
    var store = folder.resolve("store");
    assertThat(run(ENGLISH, "migrate", "--store", store.toString())).isEqualTo(ExitCode.OK);
    int code = run(ENGLISH, "import", file.toString(), "--store", store.toString());
    assertThat(code).isEqualTo(ExitCode.REJECTED);
    assertThat(store).isDirectory().isNotEmptyDirectory();
  }

  @Test
  void anImportIntoANewPathStays() {
    var store = folder.resolve("new").resolve("store");
    assertThat(run(ENGLISH, "import", "--sample", "--store", store.toString()))
        .isEqualTo(ExitCode.OK);
    assertThat(store).isNotEmptyDirectory();
    assertThat(run(ENGLISH, "revisions", "--store", store.toString())).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).doesNotContain("no revision yet");
  }

  @Test
  void timesOfStepsStandOnlyInTheReport() {
    run(ENGLISH, "import", "--sample", "--store", folder.resolve("store").toString());
    assertThat(err.toString()).contains(" …").doesNotContainPattern("\\d s\\b");
    assertThat(out.toString()).containsPattern("\\d s\\b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "[::zz]"})
  void anAddressThatIsNotOfThisComputerIsRefusedBeforeTheStoreOpens(String host) {
    var store = folder.resolve("store");
    int code = run(ENGLISH, "serve", "--host", host, "--store", store.toString());
    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("cannot listen on " + host, "Check --host");
    assertThat(store).doesNotExist();
  }

  @Test
  void aReportThatCannotBeWrittenStopsBeforeAnyWork() throws IOException {
    var file = Files.writeString(folder.resolve("datapackage.json"), "{}");
    String place = folder.resolve("none").resolve("report.json").toString();
    assertThat(run(ENGLISH, "import", file.toString(), "--report", place))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("The report cannot be written to");
    assertThat(Path.of(URI.create(folder.toUri() + "store"))).doesNotExist();
  }
}
