package org.sozialradar.server.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.export.feature.LayerDescription;
import org.sozialradar.server.TestCountry;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.server.text.Language;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;

/** Each export says how its values were made. */
class ExportMethodsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static GeodataStore store;
  private static Snapshot snapshot;

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

  private static ExportChoice choice(String baseUrl, String... parameters) {
    var values = new HashMap<String, List<String>>();
    values.put("format", List.of("geojson"));
    values.put("level", List.of("municipality"));
    for (int i = 0; i < parameters.length; i += 2) {
      values.put(parameters[i], List.of(parameters[i + 1]));
    }
    return ExportChoice.of(snapshot, new Query(Map.of(), values, baseUrl, Language.ENGLISH, ""));
  }

  private static JsonNode inside(ExportChoice choice, String indicator) throws IOException {
    var layer = ExportRows.of(choice, ExportBounds.NONE).wide(true).layer();
    for (var method : LayerDescription.of(layer).get("radar").get("methods")) {
      if (method.get("indicator").asText().equals(indicator)) {
        return method;
      }
    }
    throw new AssertionError("no method of " + indicator);
  }

  @Test
  void formatsThatSayOfThemselvesWhatTheyAreSayHowValuesWereMade() throws Exception {
    var official = inside(choice("https://radar.example"), "population");
    assertThat(official.get("kind").asText()).isEqualTo("official");
    assertThat(official.get("text").get("de").asText()).contains("aus den genannten Quellen");
    assertThat(official.has("document")).isFalse();
    var survey = inside(choice("https://radar.example", "form", "file"), "cohesion");
    assertThat(survey.get("kind").asText()).isEqualTo("survey");
    assertThat(survey.get("document").asText())
        .isEqualTo("https://radar.example/docs/methods/cohesion");
  }

  @Test
  void noAddressIsNamedThatLeadsNowhere() throws Exception {
    assertThat(inside(choice("", "form", "file"), "cohesion").has("document")).isFalse();
    assertThat(inside(choice(""), "cohesion").has("document")).isFalse();
    var choice = choice("");
    assertThat(
            new Readme(choice)
                .text(new ExportPackage(choice, Path.of("."), ExportBounds.NONE).files()))
        .contains("see `method-cohesion.json`.")
        .doesNotContain("/docs/methods");
  }

  @Test
  void packagesHoldTheDocumentsOfTheChosenPeriods() throws Exception {
    var methods = new ExportMethods(choice(""));
    var file =
        methods.files().stream()
            .filter(one -> one.name().equals("method-cohesion.json"))
            .findFirst()
            .orElseThrow();
    var node = JSON.readTree(methods.content(file));
    assertThat(node.get("kind").asText()).isEqualTo("survey");
    assertThat(node.get("documents")).hasSize(1);
    var document = node.get("documents").get(0);
    var stored = snapshot.results().findNewest("cohesion").orElseThrow();
    assertThat(document.get("period").asText()).isEqualTo(stored.period().id());
    assertThat(document.get("document")).isEqualTo(JSON.readTree(stored.json()));
    assertThat(methods.files()).noneMatch(one -> one.name().contains("population"));
  }
}
