package org.sozialradar.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.server.TestServer;
import org.sozialradar.server.config.Setting;

/** The catalogue as portals of open data collect it, read by a library for JSON-LD. */
class OpenDataCatalogTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CATALOG = "/api/catalog?format=dcat";
  private static TestServer server;
  private static String base;
  private static RdfGraph graph;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server =
        TestServer.overTestCountry(
            folder,
            Map.of(
                Setting.COSTLY_PER_MINUTE, "0",
                Setting.PUBLISHER, "Amt für Statistik",
                Setting.CONTACT, "daten@amt.example",
                Setting.CONTRIBUTOR_ID, "http://dcat-ap.de/def/contributors/beispiel"));
    server.awaitReading();
    base = server.address("").toString().replaceAll("/$", "");
    graph = RdfGraph.of(server.get(CATALOG).body());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /**
   * What DCAT-AP.de 3.0 demands (section 3, table of classes and properties, and its SHACL shapes
   * of spec-german-additions) and DCAT-AP 3.0 limits. Kind: what stands there, a text, an address,
   * a value of a type or a node of a class.
   */
  @ParameterizedTest
  @CsvSource({
    "dcat:Catalog, dct:title, 1, 2, language",
    "dcat:Catalog, dct:description, 1, 2, language",
    "dcat:Catalog, dct:spatial, 1, 1, dct:Location",
    "dcat:Catalog, dct:publisher, 1, 1, foaf:Agent",
    "dcat:Catalog, dct:modified, 1, 1, xsd:dateTime",
    "dcat:Catalog, dct:language, 1, 2, address",
    "dcat:Catalog, foaf:homepage, 1, 1, address",
    "dcat:Catalog, dcat:themeTaxonomy, 1, 1, address",
    "dcat:Catalog, dcat:dataset, 1, 10000, dcat:Dataset",
    "dcat:Catalog, dcat:service, 1, 1, dcat:DataService",
    "dcat:DataService, dct:title, 1, 2, language",
    "dcat:DataService, dct:description, 2, 2, language",
    "dcat:DataService, dct:conformsTo, 1, 1, address",
    "dcat:DataService, foaf:page, 1, 1, address",
    "dcat:DataService, dct:publisher, 1, 1, foaf:Agent",
    "dcat:DataService, dcat:endpointURL, 1, 1, address",
    "dcat:DataService, dcat:endpointDescription, 1, 1, address",
    "dcat:DataService, dcat:servesDataset, 1, 10000, dcat:Dataset",
    "dcat:Dataset, dct:title, 2, 2, language",
    "dcat:Dataset, dct:description, 2, 2, language",
    "dcat:Dataset, dct:identifier, 1, 1, text",
    "dcat:Dataset, dct:publisher, 1, 1, foaf:Agent",
    "dcat:Dataset, dcatde:contributorID, 1, 1, address",
    "dcat:Dataset, dcat:contactPoint, 1, 1, vcard:Kind",
    "dcat:Dataset, dct:modified, 1, 1, xsd:dateTime",
    "dcat:Dataset, dcat:version, 1, 1, text",
    "dcat:Dataset, dcat:keyword, 2, 100, language",
    "dcat:Dataset, dct:language, 1, 2, address",
    "dcat:Dataset, dct:provenance, 1, 1, dct:ProvenanceStatement",
    "dcat:Dataset, dct:accrualPeriodicity, 0, 0, address",
    "dcat:Dataset, dcat:distribution, 1, 20, dcat:Distribution",
    "dcat:Dataset, dct:temporal, 1, 1, dct:PeriodOfTime",
    "dcat:Dataset, dct:spatial, 1, 17, place",
    "dcat:Dataset, dcat:theme, 1, 5, address",
    "dcat:Dataset, dcatde:politicalGeocodingURI, 0, 16, address",
    "dcat:Dataset, dcatde:politicalGeocodingLevelURI, 0, 1, address",
    "dcat:Distribution, dct:title, 2, 2, language",
    "dcat:Distribution, dct:description, 2, 2, language",
    "dcat:Distribution, dct:rights, 0, 1, dct:RightsStatement",
    "dcat:Distribution, dcat:accessURL, 1, 1, address",
    "dcat:Distribution, dcat:downloadURL, 0, 1, address",
    "dcat:Distribution, dct:license, 1, 1, address",
    "dcat:Distribution, dcatde:licenseAttributionByText, 1, 1, text",
    "dcat:Distribution, dcat:mediaType, 1, 1, address",
    "dcat:Distribution, dct:format, 0, 1, address",
    "dcat:Distribution, dct:modified, 1, 1, xsd:dateTime",
    "dcat:Distribution, dcatap:availability, 1, 1, address",
    "dct:PeriodOfTime, dcat:startDate, 1, 1, xsd:date",
    "dct:PeriodOfTime, dcat:endDate, 1, 1, xsd:date",
    "dct:Location, dcat:bbox, 1, 1, geo:wktLiteral",
    "dct:ProvenanceStatement, rdfs:label, 2, 2, language",
    "vcard:Kind, vcard:fn, 1, 1, text",
    "vcard:Kind, vcard:hasEmail, 1, 1, address",
    "foaf:Agent, foaf:name, 1, 1, text"
  })
  void hasWhatTheProfileDemands(String type, String property, int least, int most, String kind) {
    var subjects = graph.subjects(type);
    assertThat(subjects).isNotEmpty();
    for (var subject : subjects) {
      var found = graph.of(subject, property);
      assertThat(found).as(subject + " " + property).hasSizeBetween(least, most);
      found.forEach(one -> assertThat(kinds(one)).as(one.toString()).contains(kind));
    }
  }

  private static List<String> kinds(RdfGraph.Statement statement) {
    if (!statement.language().isEmpty()) {
      return List.of("language");
    }
    if (statement.isLiteral()) {
      return statement.datatype().equals(RdfGraph.full("xsd:string"))
          ? List.of("text")
          : List.of("geo:wktLiteral", "xsd:date", "xsd:dateTime").stream()
              .filter(type -> RdfGraph.full(type).equals(statement.datatype()))
              .toList();
    }
    var kinds = new ArrayList<String>();
    if (statement.object().matches("(https?|mailto):\\S+")) {
      kinds.add("address");
    }
    for (var type :
        List.of(
            "foaf:Agent",
            "vcard:Kind",
            "dcat:Dataset",
            "dcat:DataService",
            "dcat:Distribution",
            "dct:PeriodOfTime",
            "dct:Location",
            "dct:RightsStatement",
            "dct:ProvenanceStatement")) {
      if (graph.subjects(type).contains(statement.object())) {
        kinds.add(type);
      }
    }
    if (kinds.contains("address") || kinds.contains("dct:Location")) {
      kinds.add("place");
    }
    return kinds;
  }

  @Test
  void everyIndicatorOnEveryLevelAndEveryLayerIsOneDataSet() throws Exception {
    var catalog = JSON.readTree(server.get("/api/catalog").body());
    var expected = new ArrayList<String>();
    for (var indicator : catalog.get("indicators")) {
      for (var level : indicator.get("levels")) {
        expected.add(
            base + "/api/indicators/" + indicator.get("id").asText() + "#" + level.asText());
      }
    }
    catalog
        .get("layers")
        .forEach(one -> expected.add(base + "/api/layers/" + one.get("id").asText()));
    assertThat(graph.subjects("dcat:Dataset")).containsExactlyInAnyOrderElementsOf(expected);
    var listed =
        graph.of(base + "/api/catalog", "dcat:dataset").stream()
            .map(RdfGraph.Statement::object)
            .toList();
    assertThat(listed).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyAddressThatItGivesIsAnswered() throws Exception {
    for (var property :
        List.of("dcat:accessURL", "dcat:downloadURL", "dcat:endpointURL", "foaf:page")) {
      var addresses =
          graph.statements().stream()
              .filter(one -> one.property().equals(RdfGraph.full(property)))
              .map(RdfGraph.Statement::object)
              .collect(Collectors.toSet());
      assertThat(addresses).as(property).isNotEmpty();
      for (var address : addresses) {
        assertThat(address).as("nothing is cut off").doesNotContain("limit=");
        assertThat(address).startsWith(base + "/");
        var answer = server.get(address.substring(base.length()));
        assertThat(answer.statusCode()).as(address).isIn(200, 307);
      }
    }
  }

  @Test
  void aFileHasTheTypeThatIsPromised() throws Exception {
    for (var distribution : graph.subjects("dcat:Distribution")) {
      for (var download : graph.of(distribution, "dcat:downloadURL")) {
        String path = download.object().substring(base.length());
        var answer = server.get(path);
        if (answer.statusCode() == 307) {
          answer = server.get(answer.headers().firstValue("Location").orElseThrow());
        }
        String promised = graph.object(distribution, "dcat:mediaType");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow().split(";", 2)[0])
            .as(path)
            .isEqualTo(promised.replace("https://www.iana.org/assignments/media-types/", ""));
      }
    }
  }

  @Test
  void saysWhereAndWhenAndUnderWhichLicence() {
    String towns = base + "/api/indicators/population#municipality";
    assertThat(graph.object(towns, "dcatde:politicalGeocodingURI"))
        .isEqualTo("http://dcat-ap.de/def/politicalGeocoding/stateKey/14");
    assertThat(graph.object(towns, "dcatde:politicalGeocodingLevelURI"))
        .isEqualTo("http://dcat-ap.de/def/politicalGeocoding/Level/state");
    var box =
        graph.of(towns, "dct:spatial").stream()
            .flatMap(one -> graph.of(one.object(), "dcat:bbox").stream())
            .map(RdfGraph.Statement::object);
    assertThat(box)
        .containsExactly(
            "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>"
                + " POLYGON((12.8 50.8,13.6 50.8,13.6 51.0,12.8 51.0,12.8 50.8))");
    String time = graph.object(towns, "dct:temporal");
    assertThat(graph.object(time, "dcat:startDate")).isEqualTo("2021-01-01");
    assertThat(graph.object(time, "dcat:endDate")).isEqualTo("2023-12-31");
    assertThat(graph.object(towns + "/csv", "dct:license"))
        .isEqualTo("http://dcat-ap.de/def/licenses/dl-by-de/2.0");
    assertThat(graph.object(towns + "/csv", "dcatde:licenseAttributionByText"))
        .startsWith("© Amt 2023");
    assertThat(graph.object(towns, "dcat:version")).isEqualTo("3");
  }

  @Test
  void filesHoldAllPeriodsThatAreTold() throws Exception {
    String towns = base + "/api/indicators/population#municipality";
    String time = graph.object(towns, "dct:temporal");
    String first = graph.object(time, "dcat:startDate").substring(0, 4);
    String last = graph.object(time, "dcat:endDate").substring(0, 4);
    for (var name : List.of("csv", "geojson")) {
      var file = get(graph.object(towns + "/" + name, "dcat:downloadURL"));
      assertThat(file).as(name).contains(first).contains(last);
    }
    assertThat(get(graph.object(towns + "/csv", "dcat:downloadURL")).lines().findFirst())
        .hasValueSatisfying(
            header -> assertThat(header).contains("period", "status", "lower", "upper"));
    for (var name : List.of("json", "features", "tiles")) {
      assertThat(texts(towns + "/" + name, "dct:title")).allMatch(title -> title.contains(last));
    }
  }

  private static String get(String address) throws Exception {
    var answer = server.get(address.substring(base.length()));
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Test
  void aFileOfALayerHoldsAllItsFeatures() throws Exception {
    String layer = base + "/api/layers/shelters";
    assertThat(texts(layer, "dcat:theme"))
        .contains("http://publications.europa.eu/resource/authority/data-theme/REGI");
    String time = graph.object(layer, "dct:temporal");
    assertThat(graph.object(time, "dcat:endDate")).matches("\\d{4}-\\d\\d-\\d\\d");
    var file = JSON.readTree(get(graph.object(layer + "#layer/geojson", "dcat:downloadURL")));
    var items = JSON.readTree(server.get("/ogc/collections/shelters/items?limit=1").body());
    assertThat(file.get("features")).hasSize(items.get("numberMatched").asInt());
  }

  @Test
  void inventedDataSaySo() {
    String towns = base + "/api/indicators/population#municipality";
    assertThat(texts(towns, "dct:title"))
        .containsExactlyInAnyOrder(
            "Bevölkerung – Gemeinden (Beispieldaten)",
            "Population – Municipalities (example data)");
    assertThat(texts(towns, "dct:description"))
        .allMatch(text -> text.contains("frei erfunden") || text.contains("freely invented"));
    assertThat(texts(base + "/api/indicators/help#municipality", "dct:description"))
        .noneMatch(text -> text.contains("frei erfunden"));
  }

  private static List<String> texts(String subject, String property) {
    return graph.of(subject, property).stream().map(RdfGraph.Statement::object).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "application/ld+json, application/ld+json",
    "'application/ld+json;q=0.5, application/json', application/json",
    "*/*, application/json",
    "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', application/json",
    "text/turtle, application/problem+json"
  })
  void theClientChoosesTheForm(String accept, String type) throws Exception {
    var answer = server.get("/api/catalog", "Accept", accept);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).isEqualTo(type);
    if (type.equals("application/problem+json")) {
      assertThat(answer.statusCode()).isEqualTo(406);
    } else {
      assertThat(answer.headers().allValues("Vary")).contains("Accept");
    }
  }

  @Test
  void theParameterComesBeforeTheHeaderAndKnowsTwoForms() throws Exception {
    var json = server.get("/api/catalog?format=json", "Accept", "application/ld+json");
    assertThat(json.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(server.get("/api/catalog?format=turtle").statusCode()).isEqualTo(400);
    var first = server.get(CATALOG);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(server.get(CATALOG, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  /** Whoever asks under another host gets that one, and is told that it is no lasting name. */
  @Test
  void withoutAPublicAddressIdentifiersAreProvisional() throws Exception {
    String here = "\"" + base + "/api/indicators/population";
    var document = new String(server.get(CATALOG).body(), StandardCharsets.UTF_8);
    assertThat(document).contains(here).contains("public-url").doesNotContain("radar.invalid");
    assertThat(texts(base + "/api/catalog", "rdfs:comment")).hasSize(2);
    String other = underHost("elsewhere.example");
    assertThat(other)
        .contains("\"http://elsewhere.example/api/indicators/population")
        .doesNotContain(here);
  }

  private static String underHost(String host) throws Exception {
    var address = server.address("/");
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      String request =
          "GET " + CATALOG + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void behindAProxyAllAddressesAreTheOutsideOnes(@TempDir Path folder) throws Exception {
    try (var behind =
        TestServer.overTestCountry(
            folder, Map.of(Setting.PUBLIC_URL, "https://karte.example/radar"))) {
      behind.awaitReading();
      var document = behind.get(CATALOG).body();
      assertThat(new String(document, StandardCharsets.UTF_8)).doesNotContain("127.0.0.1");
      var there = RdfGraph.of(document);
      assertThat(there.statements())
          .filteredOn(one -> one.property().equals(RdfGraph.full("dcat:accessURL")))
          .isNotEmpty()
          .allMatch(one -> one.object().startsWith("https://karte.example/radar/"));
      assertThat(there.statements())
          .noneMatch(one -> one.property().equals(RdfGraph.full("rdfs:comment")))
          .noneMatch(one -> one.property().equals(RdfGraph.full("dcat:contactPoint")))
          .noneMatch(one -> one.property().equals(RdfGraph.full("dcatde:contributorID")));
    }
  }
}
