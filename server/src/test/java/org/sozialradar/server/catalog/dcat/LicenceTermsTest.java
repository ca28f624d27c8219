package org.sozialradar.server.catalog.dcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;

class LicenceTermsTest {
  private static final String VOCABULARY = "http://dcat-ap.de/def/licenses/";

  private static Dataset dataset(String licence) {
    return new Dataset(
        licence.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "-"),
        new LocalizedText("Daten", "data"),
        "Amt",
        new Licence(licence, "Lizenz " + licence, "https://example.org/licence"),
        "© Amt",
        "2023",
        false,
        List.of(),
        Instant.EPOCH);
  }

  private static Map<String, Object> terms(String... licences) {
    var node = Node.of("dcat:Distribution");
    LicenceTerms.add(node, Stream.of(licences).map(LicenceTermsTest::dataset).toList());
    return node.properties();
  }

  private static String licence(Map<String, Object> terms) {
    return terms.get("dct:license") instanceof Node node
        ? String.valueOf(node.properties().get("@id"))
        : "none";
  }

  @ParameterizedTest
  @CsvSource({
    "dl-de/by-2-0, dl-by-de/2.0",
    "DL-DE-ZERO-2.0, dl-zero-de/2.0",
    "Apache-2.0, apache",
    "CC BY 4.0, cc-by/4.0",
    "CC0-1.0, cc-zero",
    "ODbL-1.0, odbl",
    "GeoNutzV, geonutz/20130319",
    "CC-BY-NC-4.0, cc-by-nc/4.0",
    "other-closed, other-closed"
  })
  void licencesHaveTheirAddressInTheVocabulary(String licence, String address) {
    var terms = terms(licence);
    assertThat(licence(terms)).isEqualTo(VOCABULARY + address);
    assertThat(terms).doesNotContainKey("dct:rights");
  }

  /** What one of several forbids is forbidden for what rests on all. */
  @ParameterizedTest
  @CsvSource({
    "dl-de/by-2-0, CC-BY-4.0, other-open",
    "dl-de/by-2-0, CC-BY-NC-4.0, other-closed",
    "dl-de/by-2-0, Hausrecht, other-closed"
  })
  void mixturesAreAsOpenAsTheirParts(String one, String other, String address) {
    var terms = terms(one, other);
    assertThat(licence(terms)).isEqualTo(VOCABULARY + address);
    assertThat(terms.get("dct:rights"))
        .isInstanceOfSatisfying(
            Node.class,
            rights ->
                assertThat(rights.properties().get("rdfs:label").toString())
                    .contains(one)
                    .contains(other));
  }

  @Test
  void anUnknownLicencePromisesNothing() {
    var terms = terms("Hausrecht");
    assertThat(licence(terms)).isEqualTo(VOCABULARY + "other-closed");
    assertThat(terms).containsKey("dct:rights");
  }
}
