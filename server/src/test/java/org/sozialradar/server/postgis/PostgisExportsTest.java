package org.sozialradar.server.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.server.TestCountry;
import org.sozialradar.server.TestServer;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Stores;
import org.sozialradar.store.h2.H2GeodataStore;
import org.sozialradar.store.postgis.PostgisGeodataStore;

/**
 * The same data, stored at the same time, leave PostGIS and the embedded store as the same bytes.
 */
@Timeout(300)
class PostgisExportsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00.123456Z"), ZoneOffset.UTC);
  private static final Map<Setting, String> SETTINGS =
      Map.of(Setting.PUBLIC_URL, "https://radar.example.org");

  private static PrivateCluster cluster;
  private static TestServer embedded;
  private static TestServer postgis;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    cluster = PrivateCluster.start();
    Stores.migrate(cluster.address(), cluster.login());
    var far = PostgisGeodataStore.open(cluster.address(), cluster.login(), CLOCK);
    TestCountry.fill(far);
    postgis = TestServer.over(far, SETTINGS);
    var near = H2GeodataStore.open(folder.resolve("store"), CLOCK);
    TestCountry.fill(near);
    embedded = TestServer.over(near, SETTINGS);
    embedded.awaitReading();
    postgis.awaitReading();
  }

  @AfterAll
  static void stop() throws IOException {
    if (postgis != null) {
      postgis.close();
    }
    if (embedded != null) {
      embedded.close();
    }
    if (cluster != null) {
      cluster.close();
    }
  }

  private static byte[] get(TestServer server, String address) throws Exception {
    var answer = server.get(address);
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return answer.body();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "level=municipality&format=geojson&periods=all",
        "level=municipality&format=geojsonseq&periods=2023",
        "level=municipality&format=gpkg&periods=all&crs=EPSG:25833",
        "level=municipality&format=fgb&periods=all&crs=EPSG:3035",
        "level=municipality&format=csv&periods=all&dialect=excel-de",
        "level=municipality&format=csv-long&periods=all",
        "level=municipality&format=codebook",
        "level=municipality&format=geojson&area=14626&filter=trust%20IS%20NULL",
        "level=municipality&format=gpkg&edition=2022&indicators=population&periods=2021",
        "level=district&format=fgb",
        "level=shelters&format=gpkg",
      })
  void bytesAreTheSame(String choice) throws Exception {
    for (var form : new String[] {"file", "package"}) {
      String address = "/api/exports?form=" + form + "&" + choice;
      byte[] bytes = get(postgis, address);
      assertThat(bytes).as(address).isNotEmpty().isEqualTo(get(embedded, address));
    }
  }
}
