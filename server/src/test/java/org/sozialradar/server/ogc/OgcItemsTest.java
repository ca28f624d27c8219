package org.sozialradar.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sozialradar.server.ogc.OgcClient.TOWNS;
import static org.sozialradar.server.ogc.OgcClient.epsg;
import static org.sozialradar.server.ogc.OgcClient.ids;
import static org.sozialradar.server.ogc.OgcClient.items;
import static org.sozialradar.server.ogc.OgcClient.links;
import static org.sozialradar.server.ogc.OgcClient.next;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.io.WKTReader;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.server.TestCountry;
import org.sozialradar.server.TestServer;

/**
 * The requirements of OGC API Features part 1 (OGC 17-069r4) on features: 10, 20 to 35 and GeoJSON
 * (38, 39), each by its number and name; and how pages stay whole while data change.
 */
class OgcItemsTest {
  private static final String SHELTERS = "/ogc/collections/shelters";
  private static OgcClient client;

  @BeforeAll
  static void start(@TempDir Path folder) {
    client = new OgcClient(TestServer.overTestCountry(folder));
  }

  @AfterAll
  static void stop() {
    client.server().close();
  }

  private static JsonNode parameter(String name) throws Exception {
    for (var one :
        client.json("/ogc/api").at("/paths/~1collections~1{collection}~1items/get/parameters")) {
      if (one.get("name").asText().equals(name)) {
        assertThat(one.get("in").asText()).isEqualTo("query");
        assertThat(one.get("required").asBoolean()).isFalse();
        return one;
      }
    }
    throw new AssertionError("no parameter " + name);
  }

  /** 10 crs84: without a word of another system, longitude comes before latitude. */
  @Test
  void coordinatesAreLongitudeAndLatitude() throws Exception {
    var answer = client.get(TOWNS + "/items/14511000");
    assertThat(answer.headers().firstValue("Content-Crs"))
        .contains("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
    var corner = client.json(TOWNS + "/items/14511000").at("/geometry/coordinates/0/0");
    assertThat(corner.get(0).asDouble()).isBetween(12.0, 14.0);
    assertThat(corner.get(1).asDouble()).isBetween(50.0, 52.0);
  }

  /** 20 fc-op, 27 fc-response: also for each collection that is listed. */
  @Test
  void everyCollectionGivesItsFeatures() throws Exception {
    for (var one : client.json("/ogc/collections").get("collections")) {
      var page = client.json("/ogc/collections/" + one.get("id").asText() + "/items");
      assertThat(page.get("features")).isNotEmpty();
    }
  }

  /** 21 fc-limit-definition. */
  @Test
  void theLimitIsDefined() throws Exception {
    var limit = parameter("limit");
    assertThat(limit.at("/schema/type").asText()).isEqualTo("integer");
    assertThat(limit.at("/schema/minimum").asInt()).isEqualTo(1);
    assertThat(limit.at("/schema/maximum").asInt()).isEqualTo(10_000);
    assertThat(limit.at("/schema/default").asInt()).isEqualTo(100);
    assertThat(limit.get("style").asText()).isEqualTo("form");
    assertThat(limit.get("explode").asBoolean()).isFalse();
  }

  /** 22 fc-limit-response: no more than asked for; beyond the most is no error, and is said. */
  @Test
  void theLimitHolds() throws Exception {
    assertThat(ids(client.json(items(TOWNS, "limit", "3")))).hasSize(3);
    for (var most : List.of("10001", "2147483648", "99999999999999999999999")) {
      var page = client.json(items(TOWNS, "limit", most));
      assertThat(page.get("limitApplied").asInt()).as(most).isEqualTo(10_000);
    }
  }

  /**
   * 23 fc-bbox-definition; the numbers' limits stand in the schema itself, not below oneOf alone.
   */
  @Test
  void theBoxIsDefined() throws Exception {
    var box = parameter("bbox");
    assertThat(box.at("/schema/type").asText()).isEqualTo("array");
    assertThat(box.at("/schema/minItems").asInt()).isEqualTo(4);
    assertThat(box.at("/schema/maxItems").asInt()).isEqualTo(6);
    assertThat(box.at("/schema/items/type").asText()).isEqualTo("number");
    assertThat(box.get("style").asText()).isEqualTo("form");
    assertThat(box.get("explode").asBoolean()).isFalse();
  }

  /** 24 fc-bbox-response: the same features whatever the system of the box, none beside it. */
  @ParameterizedTest
  @CsvSource({"4326", "25832", "25833", "3035", "3857"})
  void aBoxInEachSystemFindsTheSame(int code) throws Exception {
    var system = ReferenceSystem.find(epsg(code)).orElseThrow();
    // within Görlitz, which reaches from 13.2 to 13.4 degrees east
    var inside = new WKTReader().read("MULTIPOINT ((13.25 50.85), (13.3 50.9))");
    var box = system.fromLonLat(inside).getEnvelopeInternal();
    String numbers =
        "%s,%s,%s,%s".formatted(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    assertThat(ids(client.json(items(TOWNS, "bbox", numbers, "bbox-crs", epsg(code)))))
        .containsExactly(TestCountry.GOERLITZ);
  }

  /** 24: in degrees; six numbers; what touches belongs to it; west of east is the antimeridian. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13.25,50.85,13.3,50.9 | 1",
        "13.25,50.85,0,13.3,50.9,100 | 1",
        "13.2,50.85,13.2,50.85 | 2",
        "12,50,14,52 | 4",
        "13.3,50,13.3,52 | 1",
        "-180,-90,180,90 | 4",
        "170,-10,-170,10 | 0",
        "13.3,50,-179,52 | 2",
        "20,20,21,21 | 0"
      })
  void aBoxFindsWhatMeetsIt(String box, int expected) throws Exception {
    var page = client.json(items(TOWNS, "bbox", box));
    assertThat(ids(page)).hasSize(expected);
    assertThat(page.get("numberMatched").asInt()).isEqualTo(expected);
  }

  /** 24: a box far larger than where its system can be used cuts nothing off. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "25832 | -9000000,-9000000,9000000,20000000",
        "25833 | -3000000,4000000,3000000,9000000",
        "3035 | -1e300,-1e300,1e300,1e300",
        "3857 | -20037508,-20037508,20037508,20037508"
      })
  void aHugeBoxFindsAllAsDoesTheFilter(int code, String box) throws Exception {
    assertThat(inBox(code, box)).isEqualTo(ids(client.json(TOWNS + "/items")));
    assertThat(inBoxOfFilter(code, box)).isEqualTo(inBox(code, box));
  }

  /** 24: what lies where the system cannot be used holds no feature. */
  @Test
  void aBoxBesideTheSystemFindsNothing() throws Exception {
    String box = "9000000,0,10000000,10000000";
    assertThat(inBox(25832, box)).isEmpty();
    assertThat(inBoxOfFilter(25832, box)).isEmpty();
  }

  /** A geometry that is no rectangle is not cut where its system ends, and not bent anyhow. */
  @Test
  void aGeometryBeyondItsSystemIsRefused() throws Exception {
    String filter = "S_INTERSECTS(geometry, POLYGON((0 0, 9e6 0, 9e6 9e6, 0 0)))";
    var answer = client.get(items(TOWNS, "filter", filter, "filter-crs", epsg(25832)));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .contains("für das ihr Koordinatensystem gilt");
  }

  private static List<String> inBox(int code, String box) throws Exception {
    return ids(client.json(items(TOWNS, "bbox", box, "bbox-crs", epsg(code))));
  }

  private static List<String> inBoxOfFilter(int code, String box) throws Exception {
    String filter = "S_INTERSECTS(geometry, BBOX(%s))".formatted(box);
    return ids(client.json(items(TOWNS, "filter", filter, "filter-crs", epsg(code))));
  }

  /** 24 and 9: boxes that are none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2,3",
        "1,2,3,4,5",
        "1,2,3,4,5,6,7",
        "13,52,14,51",
        "a,b,c,d",
        "1,,2,3",
        "NaN,1,2,3",
        "12,50,14,Infinity",
        "12d,50,14,52",
        "12f,50,14,52",
        "0x1p3,50,14,52",
        "12,50,100,14,52,0",
        "12;50;14;52"
      })
  void whatIsNoBoxIsRefused(String box) throws Exception {
    assertThat(client.get(items(TOWNS, "bbox", box)).statusCode()).isEqualTo(400);
  }

  /** 24: in metres nothing crosses the antimeridian, so that west of east is a slip of the pen. */
  @Test
  void aBoxInMetresCannotCrossTheAntimeridian() throws Exception {
    String box = "500000,5600000,400000,5700000";
    assertThat(client.get(items(TOWNS, "bbox", box, "bbox-crs", epsg(25833))).statusCode())
        .isEqualTo(400);
  }

  /** 25 fc-time-definition. */
  @Test
  void theTimeIsDefined() throws Exception {
    var time = parameter("datetime");
    assertThat(time.at("/schema/type").asText()).isEqualTo("string");
    assertThat(time.get("style").asText()).isEqualTo("form");
    assertThat(time.get("explode").asBoolean()).isFalse();
  }

  /** 26 fc-time-response: what has no time of its own always matches; values are of that time. */
  @ParameterizedTest
  @CsvSource({
    "2023-06-01, 2023",
    "2023-06-01T12:00:00Z, 2023",
    "2023-06-01T12:00:00+02:00, 2023",
    "2021-01-01T00:00:00Z/2021-12-31T23:59:59Z, 2021",
    "../2021-12-31, 2021",
    "/2021-12-31, 2021",
    "2022-12-31/.., 2023",
    "2022-12-31/, 2023"
  })
  void timesChooseThePeriod(String time, String period) throws Exception {
    var page = client.json(items(TOWNS, "datetime", time));
    assertThat(page.get("numberMatched").asInt()).isEqualTo(4);
    assertThat(page.at("/features/0/properties/population_period").asText()).isEqualTo(period);
    assertThat(client.json(items(SHELTERS, "datetime", time)).get("numberMatched").asInt())
        .isEqualTo(3);
  }

  /** 9 query-param-invalid. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit | 0",
        "limit | -1",
        "limit | 1.5",
        "limit | ten",
        "datetime | 2023-13-01",
        "datetime | ../..",
        "datetime | /",
        "datetime | 2023-02-01/2023-01-01",
        "datetime | 2023-01-01T00:00:00",
        "f | xml",
        "crs | EPSG:4326",
        "crs | http://www.opengis.net/def/crs/EPSG/0/31468",
        "bbox-crs | 4326",
        "filter-crs | CRS84",
        "filter-lang | ecql",
        "sortby | nothing",
        "sortby | -",
        "properties | nothing",
        "after | nothing",
        "filter | name ="
      })
  void valuesThatDoNotFitAreRefused(String name, String value) throws Exception {
    var answer = client.get(items(TOWNS, name, value));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").get())
        .startsWith("application/problem+json");
  }

  /** 9: the same parameter twice is no value. */
  @Test
  void aParameterGivenTwiceIsRefused() throws Exception {
    assertThat(client.get(TOWNS + "/items?limit=1&limit=2").statusCode()).isEqualTo(400);
  }

  /** 28 fc-links, 29 fc-rel-type. */
  @Test
  void aPageNamesItselfAndItsOtherForm() throws Exception {
    var page = client.json(items(TOWNS, "limit", "2", "sortby", "-name"));
    assertThat(links(page, "self").get(0).get("type").asText()).isEqualTo("application/geo+json");
    assertThat(links(page, "alternate").get(0).get("type").asText()).isEqualTo("text/html");
    var self = OgcClient.pathOf(links(page, "self").get(0).get("href").asText());
    assertThat(client.json(self).get("features")).isEqualTo(page.get("features"));
    page.get("links").forEach(link -> assertThat(link.get("type").asText()).isNotEmpty());
  }

  /** 30 fc-timeStamp has to be the time of the answer where it stands: it does not stand there. */
  @Test
  void aPageThatDidNotChangeIsTheSameBytes() throws Exception {
    assertThat(client.json(TOWNS + "/items").has("timeStamp")).isFalse();
    assertThat(client.get(TOWNS + "/items").body()).isEqualTo(client.get(TOWNS + "/items").body());
  }

  /** 31 fc-numberMatched, 32 fc-numberReturned. */
  @Test
  void numbersAreTrueOnEveryPage() throws Exception {
    var path = Optional.of(items(TOWNS, "limit", "3", "filter", "population > 1"));
    int seen = 0;
    while (path.isPresent()) {
      var page = client.json(path.get());
      assertThat(page.get("numberMatched").asInt()).isEqualTo(3);
      assertThat(page.get("numberReturned").asInt()).isEqualTo(page.get("features").size());
      seen += page.get("features").size();
      path = next(page);
    }
    assertThat(seen).isEqualTo(3);
  }

  /** 33 f-op, 34 f-success, 35 f-links: each feature alone is that of the page. */
  @Test
  void aFeatureAloneIsThatOfThePage() throws Exception {
    for (var collection : List.of(TOWNS, SHELTERS)) {
      for (var feature : client.json(collection + "/items").get("features")) {
        var alone = client.json(collection + "/items/" + feature.get("id").asText());
        for (var field : List.of("type", "id", "geometry", "properties")) {
          assertThat(alone.get(field)).isEqualTo(feature.get(field));
        }
        assertThat(links(alone, "self").get(0).get("type").asText())
            .isEqualTo("application/geo+json");
        assertThat(links(alone, "alternate")).hasSize(1);
        assertThat(
                client.follow(links(alone, "collection").get(0).get("href").asText()).statusCode())
            .isEqualTo(200);
      }
      assertThat(client.get(collection + "/items/nothing").statusCode()).isEqualTo(404);
    }
  }

  /** 37 html/content: also the geometry, every number of it, in the system that was asked for. */
  @Test
  void pagesToReadShowTheWholeGeometry() throws Exception {
    String crs = epsg(25833);
    var coordinates =
        client
            .json(TOWNS + "/items/14511000?crs=" + crs)
            .at("/geometry/coordinates")
            .toString()
            .replace(",", ", ");
    for (var path : List.of("/items/14511000?f=html&crs=", "/items?limit=4&f=html&crs=")) {
      var answer = client.get(TOWNS + path + crs);
      assertThat(answer.headers().firstValue("Content-Crs")).contains("<" + crs + ">");
      assertThat(new String(answer.body(), StandardCharsets.UTF_8))
          .contains("Polygon")
          .contains(coordinates);
    }
  }

  /** 38 geojson/definition, 39 geojson/content. */
  @Test
  void featuresAreGeoJson() throws Exception {
    var answer = client.get(TOWNS + "/items", "Accept", "application/geo+json");
    assertThat(answer.headers().firstValue("Content-Type").get())
        .startsWith("application/geo+json");
    var page = client.json(TOWNS + "/items");
    assertThat(page.get("type").asText()).isEqualTo("FeatureCollection");
    for (var feature : page.get("features")) {
      assertThat(feature.get("type").asText()).isEqualTo("Feature");
      assertThat(feature.at("/geometry/type").asText()).isEqualTo("Polygon");
      for (var ring : feature.at("/geometry/coordinates")) {
        assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
      }
      assertThat(feature.get("properties").isObject()).isTrue();
    }
  }

  /**
   * A new revision turns the order round between two pages. Whoever follows the links gets each
   * feature once, all of one revision; whoever begins anew gets the new one.
   */
  @Test
  void pagesStayWholeWhileDataChange(@TempDir Path folder) throws Exception {
    try (var server = TestServer.overTestCountry(folder)) {
      server.awaitReading();
      var reader = new OgcClient(server);
      String first = items(TOWNS, "limit", "1", "sortby", "-population");
      var before = ids(reader.json(items(TOWNS, "sortby", "-population")));
      assertThat(before.get(0)).isEqualTo(TestCountry.CHEMNITZ);
      var seen = new ArrayList<String>();
      var revisions = new ArrayList<Long>();
      var path = Optional.of(first);
      while (path.isPresent()) {
        var page = reader.json(path.get());
        seen.addAll(ids(page));
        revisions.add(page.at("/provenance/revision").asLong());
        path = next(page);
        if (revisions.size() == 1) {
          TestCountry.change(server.store(), 100);
          awaitRevision(reader, 4);
        }
      }
      assertThat(seen).isEqualTo(before);
      assertThat(revisions).containsOnly(3L);
      var after = reader.json(items(TOWNS, "sortby", "-population"));
      assertThat(after.at("/provenance/revision").asLong()).isGreaterThan(3);
      assertThat(ids(after).get(0)).isEqualTo(TestCountry.GOERLITZ);
    }
  }

  private static void awaitRevision(OgcClient reader, long revision) throws Exception {
    while (reader.json("/api/catalog").get("revision").asLong() < revision) {
      Thread.onSpinWait();
    }
  }

  /** A page of a revision that is held no longer is no page of another one. */
  @Test
  void aPageOfARevisionThatIsGoneIsRefused() throws Exception {
    assertThat(client.get(items(TOWNS, "revision", "1", "stamp", "zz")).statusCode())
        .isEqualTo(404);
    assertThat(client.get(items(TOWNS, "revision", "-1")).statusCode()).isEqualTo(404);
  }
}
