package org.sozialradar.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.publication.Country.WAVE;
import static org.sozialradar.publication.Country.municipality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.ingest.definition.IndexFile;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.microdata.MicrodataStores;

/** Indices are put together from what is published, and from nothing else. */
class IndexComputationTest {
  private static final String INDEX =
      """
      index: 1
      id: capital
      title: {de: Kapital, en: Capital}
      description: {de: Text., en: Text.}
      theme: {id: social, name: {de: Soziales, en: Social}}
      level: municipality
      edition: "2022"
      period: 2022
      dimensions:
        place:
          title: {de: Ort, en: Place}
          indicators:
            - {indicator: community, direction: raises}
        people:
          title: {de: Leute, en: People}
          indicators:
            - {indicator: town_support, direction: raises}
      uncertainty: {draws: 1000, seed: 3, first: [5]}
      peers: {within: district}
      """;

  @TempDir Path folder;
  private GeodataStore store;
  private ComputedResults results;

  @BeforeEach
  void open() {
    store = Country.store(folder);
    var microdata = MicrodataStores.open(folder.toString(), StoreLogin.NONE);
    microdata.put(Country.wave(3, Country.sizes(3)));
    results =
        new ComputedResults(
            store, microdata, SurveyRule.DEFAULT, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    results.publish("town", WAVE, yaml -> Country.source());
  }

  @AfterEach
  void close() {
    results.close();
  }

  private JsonNode document(String id) throws IOException {
    return new ObjectMapper()
        .readTree(
            store.listMethodDocuments().stream()
                .filter(one -> one.indicatorId().equals(id))
                .findFirst()
                .orElseThrow()
                .json());
  }

  @Test
  void theMethodNamesScaleOutliersAndWeightsAsTheDefinitionDoes() throws IOException {
    compute(INDEX + "outliers: {skewness: 1.5, kurtosis: 3, most-points: 2}\n");
    var json = document("capital");
    assertThat(json.at("/normalisation/method").asText()).isEqualTo("min-max");
    assertThat(json.at("/normalisation/low").asDouble())
        .isLessThan(json.at("/normalisation/high").asDouble());
    assertThat(json.get("outlierTreatment").toString())
        .isEqualTo("{\"method\":\"winsorise\",\"skewness\":1.5,\"kurtosis\":3.0,\"mostPoints\":2}");
    assertThat(json.at("/weighting/method").asText()).isEqualTo("equal");
    assertThat(json.has("components")).isFalse();
    compute(INDEX + "normalisation: {method: z-score}\noutliers: {method: none}\n");
    json = document("capital");
    assertThat(json.get("normalisation").toString()).isEqualTo("{\"method\":\"z-score\"}");
    assertThat(json.get("outlierTreatment").toString()).isEqualTo("{\"method\":\"none\"}");
    assertThat(json.toString()).doesNotContain("MinMax", "ZScore", "OutlierTreatment", "Infinity");
  }

  /** Two indicators with the correlation r: eigenvalues 1 ± r, loadings √½ both. */
  @Test
  void weightsFromAPrincipalComponentStandWithLoadingsAndEigenvalues() throws IOException {
    compute(
        INDEX.replace(
            """
              place:
                title: {de: Ort, en: Place}
                indicators:
            """,
            """
              place:
                title: {de: Ort, en: Place}
                weights: {principal-component: community}
                indicators:
                  - {indicator: town_cohesion, direction: raises}
            """));
    var json = document("capital");
    assertThat(json.at("/dimensions/0/weighting").toString())
        .isEqualTo("{\"method\":\"principal-component\",\"anchor\":\"community\"}");
    var components = json.at("/components/0");
    assertThat(components.get("whole").asText()).isEqualTo("place");
    assertThat(components.get("areas").asInt()).isBetween(20, 30);
    for (var loading : components.get("loadings")) {
      assertThat(Math.abs(loading.get("loading").asDouble()))
          .isCloseTo(Math.sqrt(0.5), within(1e-9));
    }
    double first = components.at("/eigenvalues/0").asDouble();
    assertThat(first).isBetween(1.0, 2.0);
    assertThat(components.at("/eigenvalues/1").asDouble()).isCloseTo(2 - first, within(1e-9));
    assertThat(components.get("explained").asDouble()).isCloseTo(first / 2, within(1e-9));
  }

  private void compute(String yaml) {
    results.compute(IndexFile.read(yaml.getBytes(StandardCharsets.UTF_8), "index.yaml"));
  }

  private Estimate value(String id, int town) {
    return store.listTables(id).stream()
        .filter(table -> table.level().equals("municipality"))
        .flatMap(table -> table.find(municipality(town), WAVE).stream())
        .findFirst()
        .orElseThrow();
  }

  private JsonNode method(String id) throws IOException {
    var document =
        store.listMethodDocuments().stream()
            .filter(one -> one.indicatorId().equals(id))
            .findFirst()
            .orElseThrow();
    return new ObjectMapper().readTree(document.json());
  }

  @Test
  void theIndexAndItsDimensionsAreResultsOfTheirOwn() {
    compute(INDEX);
    assertThat(value("capital_place", 0)).isEqualTo(Estimate.of(0, ObservationStatus.REPORTED));
    int town = 4;
    while (!value("town_support", town).hasValue()) {
      town++;
    }
    var people = value("capital_people", town);
    assertThat(people.status()).isEqualTo(ObservationStatus.ESTIMATED);
    assertThat(people.hasInterval()).isTrue();
    var whole = value("capital", town);
    double mean = (people.value() + value("capital_place", town).value()) / 2;
    assertThat(whole.status()).isEqualTo(ObservationStatus.ESTIMATED);
    assertThat(whole.value()).isBetween(mean - 0.11, mean + 0.11);
    assertThat(whole.upper() - whole.lower()).isLessThan(people.upper() - people.lower());
    assertThat(store.listDatasets())
        .filteredOn(one -> one.id().equals("capital"))
        .allSatisfy(one -> assertThat(one.example()).isTrue());
  }

  @Test
  void whatIsSuppressedIsMissingWithItsReason() throws IOException {
    compute(INDEX);
    var missing = Estimate.missing(ObservationStatus.INPUT_MISSING);
    assertThat(value("town_support", 3).status()).isEqualTo(ObservationStatus.SUPPRESSED);
    assertThat(value("capital", 3)).isEqualTo(missing);
    assertThat(value("capital_people", 3)).isEqualTo(missing);
    assertThat(value("capital", 35)).isEqualTo(missing);
    assertThat(value("capital_place", 35).hasValue()).isTrue();
    var json = method("capital").path("contributions");
    assertThat(json.path("missing").path(municipality(3).value()).path("town_support").asText())
        .isEqualTo("suppressed");
    assertThat(json.path("missing").path(municipality(35).value()).path("town_support").asText())
        .isEqualTo("no-row");
    assertThat(json.path("indicators").path("town_support").get(3).isNull()).isTrue();
  }

  /** Of three indicators, town 3 has two: it gets a score, which says so wherever it stands. */
  private static final String THREE =
      """
      index: 1
      id: three
      title: {de: Drei, en: Three}
      description: {de: Text., en: Text.}
      theme: {id: social, name: {de: Soziales, en: Social}}
      level: municipality
      edition: "2022"
      period: 2022
      dimensions:
        all:
          title: {de: Alle, en: All}
          indicators:
            - {indicator: community, direction: raises}
            - {indicator: capital_place, direction: raises}
            - {indicator: town_support, direction: raises}
        one:
          title: {de: Eins, en: One}
          indicators:
            - {indicator: extra_place, direction: raises}
      uncertainty: {draws: 1000, seed: 3, first: [5]}
      """;

  @Test
  void aValueWithoutSomeOfItsInputsSaysSo() {
    compute(INDEX);
    compute(INDEX.replace("id: capital", "id: extra"));
    compute(THREE);
    assertThat(value("three", 3).status()).isEqualTo(ObservationStatus.INPUTS_INCOMPLETE);
    assertThat(value("three", 3).value()).isFinite();
    assertThat(value("three_all", 3).status()).isEqualTo(ObservationStatus.INPUTS_INCOMPLETE);
    assertThat(value("three_one", 3).status()).isEqualTo(ObservationStatus.REPORTED);
    int town = 4;
    while (!value("town_support", town).hasValue()) {
      town++;
    }
    assertThat(value("three", town).status()).isEqualTo(ObservationStatus.ESTIMATED);
    compute(INDEX.replace("id: capital", "id: again").replace("town_support", "three"));
    assertThat(value("again", 3).status())
        .as("what rests on an incomplete value is incomplete, too")
        .isEqualTo(ObservationStatus.INPUTS_INCOMPLETE);
    assertThat(value("again_people", town).status()).isEqualTo(ObservationStatus.ESTIMATED);
  }

  @Test
  void ranksComeWithTheirIntervalsAndWithinGroups() throws IOException {
    compute(INDEX);
    var ranks = method("capital").path("ranks");
    var all = ranks.path("all");
    int areas = all.path("areas").size();
    assertThat(areas).isBetween(20, 29);
    double sum = 0;
    for (int row = 0; row < areas; row++) {
      assertThat(all.path("lower").get(row).asInt())
          .isLessThanOrEqualTo(all.path("upper").get(row).asInt());
      sum += all.path("amongFirst").path("5").get(row).asDouble();
    }
    assertThat(sum).isBetween(4.9, 5.3);
    assertThat(ranks.path("peers")).hasSize(3);
    assertThat(ranks.path("peers").get(0).path("kind").asText()).isEqualTo("district");
    assertThat(method("capital_people").has("ranks")).isFalse();
    assertThat(method("capital").path("seed").asLong()).isEqualTo(3);
  }

  @Test
  void theSameFileGivesTheSameResult() throws IOException {
    compute(INDEX);
    var first = method("capital").path("ranks");
    var value = value("capital", 1);
    compute(INDEX);
    assertThat(method("capital").path("ranks")).isEqualTo(first);
    assertThat(value("capital", 1)).isEqualTo(value);
  }

  @Test
  void anIndexGoesWithTheWaveThatItRestsOn() {
    compute(INDEX);
    results.deletion("town", WAVE).delete();
    assertThat(store.listIndicators()).extracting(one -> one.id()).containsExactly("community");
  }

  @Test
  void whatCannotBeComputedSaysWhere() {
    refuse(
        INDEX.replace("town_support", "nothing"),
        "indicator-unknown",
        "dimensions/people/indicators/0");
    refuse(
        INDEX.replace("period: 2022", "period: 2020"),
        "values-missing",
        "dimensions/place/indicators/0");
    refuse(INDEX.replace("within: district", "within: village"), "level-unknown", "peers/within");
    refuse(
        INDEX + "normalisation: {method: goalposts, posts: {community: [0, 1]}}\n",
        "goalposts-missing",
        "normalisation");
    refuse(INDEX.replace("id: capital", "id: town"), "result-name-taken", "id");
    refuse(INDEX.replace("id: capital", "id: community"), "result-name-taken", "id");
    refuse(INDEX.replace("id: capital", "id: community_lower"), "indicator-column-taken", "id");
    refuse(INDEX.replace("id: capital", "id: district"), "indicator-column-taken", "id");
    refuse(INDEX.replace("people:", "status:"), "indicator-column-taken", "id");
    assertThat(store.listIndicators()).noneMatch(one -> one.id().startsWith("capital"));
  }

  /** Whichever of two came first keeps its id. */
  @Test
  void theNewOneNeedsAnotherId() {
    compute(INDEX.replace("id: capital", "id: capital_lower"));
    assertThatExceptionOfType(PublicationException.class)
        .isThrownBy(() -> compute(INDEX))
        .withMessageContaining("'capital' needs another id")
        .withMessageContaining("belong to 'capital_lower'");
    assertThatExceptionOfType(PublicationException.class)
        .isThrownBy(() -> compute(INDEX.replace("id: capital", "id: community_lower")))
        .withMessageContaining("'community_lower' needs another id")
        .withMessageContaining("belong to 'community'");
  }

  private void refuse(String yaml, String code, String field) {
    assertThatExceptionOfType(PublicationException.class)
        .isThrownBy(() -> compute(yaml))
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(code))
        .satisfies(fault -> assertThat(fault.field()).isEqualTo(field));
  }
}
