package org.sozialradar.server.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.export.TableSchemaExport;
import org.sozialradar.server.TestCountry;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.server.text.Language;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;

/** Each column is explained where people look for it. */
class CodebookTest {
  private static GeodataStore store;
  @TempDir Path folder;

  @BeforeAll
  static void open(@TempDir Path folder) {
    store = Stores.open(folder.resolve("store").toString());
    TestCountry.fill(store);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static ExportChoice choice(String... parameters) {
    var values = new HashMap<String, List<String>>();
    values.put("level", List.of("municipality"));
    for (int i = 0; i < parameters.length; i += 2) {
      values.put(parameters[i], List.of(parameters[i + 1]));
    }
    return ExportChoice.of(
        Snapshots.read(store), new Query(Map.of(), values, "", Language.GERMAN, ""));
  }

  private String codebook(String... parameters) throws IOException {
    var out = new ByteArrayOutputStream();
    new ExportJob(choice(parameters), folder).write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String row(String codebook, String column) {
    return codebook
        .lines()
        .filter(line -> line.startsWith("column," + column + ","))
        .findFirst()
        .orElseThrow(() -> new AssertionError(column + " is not explained"));
  }

  @Test
  void whateverBelongsToAnIndicatorSaysToWhichAndToWhichPeriod() throws Exception {
    var codebook = codebook("format", "codebook", "form", "file", "indicators", "cohesion");
    for (var ending : List.of("", "_period", "_status", "_lower", "_upper", "_respondents")) {
      assertThat(row(codebook, "cohesion" + ending)).contains(",cohesion,2023,");
    }
    assertThat(row(codebook, "cohesion_lower"))
        .contains("Vollerhebung, oder wenn die Unsicherheit nicht bekannt ist")
        .contains("full count, or if its uncertainty is not known");
    assertThat(row(codebook, "cohesion_status")).contains("warum er fehlt", "why it is missing");
    assertThat(row(codebook, "code")).doesNotContain("cohesion");
  }

  @Test
  void unitsStandWithNumbersAlone() throws Exception {
    var codebook = codebook("format", "codebook", "form", "file", "indicators", "trust");
    for (var number : List.of("trust", "trust_lower", "trust_upper")) {
      assertThat(row(codebook, number)).contains(",Personen,persons,2,");
    }
    assertThat(row(codebook, "trust_status")).doesNotContain("Personen");
  }

  @Test
  void theLongTableDoesNotTakeMissingIntervalsForFullCounts() {
    assertThat(TableSchemaExport.schema(CsvDialect.STANDARD).toString())
        .contains("empty for a full count or an unknown uncertainty")
        .doesNotContain("empty for a full count\"");
  }

  @Test
  void refusalsSayWhatMayStandThereAndWhatIsMissingWhere() {
    assertRefused("newest | all | 2021", "periods", "newest,2022");
    assertRefused("In der Ausgabe 2023 gibt es die Ebene „planet“ nicht.", "level", "planet");
    assertRefused("In der Ausgabe 2023 gibt es kein Gebiet", "area", "99999");
  }

  private static void assertRefused(String words, String parameter, String value) {
    assertThatThrownBy(() -> choice("format", "csv", parameter, value))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(String.join(" ", problem.arguments())).contains(words));
  }
}
