package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.store.Stores;

/** Values of as many areas as Germany has municipalities stay small enough to be sent at once. */
class ValuesSizeTest {
  private static final int AREAS = 11_299;
  private static final String ID = "test-size";
  private static final ReferencePeriod YEAR = ReferencePeriod.ofYear(2023);

  @Test
  void valuesOfACountryStaySmall(@TempDir Path folder) throws Exception {
    var store = Stores.open(folder.resolve("store").toString());
    store.commit(country());
    try (var server = TestServer.over(store, Map.of())) {
      assertThat(sentBytes(server, "inhabitants")).isLessThan(60_000);
      assertThat(sentBytes(server, "trust")).isLessThan(120_000);
    }
  }

  private static int sentBytes(TestServer server, String indicator) throws Exception {
    var answer =
        server.get(
            "/api/revisions/1/indicators/%s/values?level=municipality&period=2023"
                .formatted(indicator),
            "Accept-Encoding",
            "gzip");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body().length;
  }

  private static ImportBatch country() {
    var random = new Random(1);
    var areas = new ArrayList<Area>();
    var inhabitants = IndicatorTable.builder("inhabitants", "2023", "municipality", ID);
    var trust = IndicatorTable.builder("trust", "2023", "municipality", ID);
    for (int i = 0; i < AREAS; i++) {
      var code = new AreaCode("%02d%03d%03d".formatted(1 + i / 750, i / 25 % 30 * 7, i % 25 * 13));
      areas.add(area(code));
      long people = Math.round(Math.exp(7.5 + 1.3 * random.nextGaussian()));
      inhabitants.put(code, YEAR, Estimate.of((double) people, ObservationStatus.REPORTED));
      double mean = 62 + 8 * random.nextGaussian();
      double half = 3 + 4 * random.nextDouble();
      var status =
          random.nextInt(9) == 0
              ? ObservationStatus.LIMITED_PRECISION
              : ObservationStatus.ESTIMATED;
      trust.put(code, YEAR, new Estimate(mean, mean - half, mean + half, status));
    }
    return new ImportBatch(
        dataset(),
        List.of(new BoundaryVersion("2023", LocalDate.of(2023, 1, 1), both("2023"), ID)),
        List.of(new ImportBatch.AreaSet("2023", AreaLevel.MUNICIPALITY, areas, List.of())),
        List.of(),
        List.of(indicator("inhabitants", 0), indicator("trust", 1)),
        List.of(inhabitants.build(), trust.build()),
        List.of(),
        List.of(),
        List.of(),
        true);
  }

  private static Area area(AreaCode code) {
    return new Area(
        code,
        "municipality",
        "Ort " + code,
        "",
        Map.of(),
        Map.of(),
        new GeometryFactory().createPolygon());
  }

  private static LocalizedText both(String text) {
    return LocalizedText.same(text);
  }

  private static Dataset dataset() {
    var licence = new Licence("dl-de/by-2-0", "Datenlizenz Deutschland", "");
    return new Dataset(
        ID, both("Size"), "Amt", licence, "© Amt", "2023", true, List.of(), Instant.EPOCH);
  }

  private static Indicator indicator(String id, int decimals) {
    return new Indicator(
        id,
        both(id),
        both(id),
        new Indicator.Unit("percent", both("%")),
        decimals,
        Indicator.Polarity.NEUTRAL,
        Measure.intensive(),
        new Indicator.Theme("people", both("People")),
        Double.NaN,
        "",
        ID);
  }
}
