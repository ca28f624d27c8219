package org.sozialradar.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sozialradar.store.Batches.EDITION;
import static org.sozialradar.store.Batches.GEOMETRY;
import static org.sozialradar.store.Batches.area;
import static org.sozialradar.store.Batches.code;
import static org.sozialradar.store.Batches.dataset;
import static org.sozialradar.store.Batches.edition;
import static org.sozialradar.store.Batches.empty;
import static org.sozialradar.store.Batches.indicator;
import static org.sozialradar.store.Batches.squareWithHole;
import static org.sozialradar.store.Batches.uniform;
import static org.sozialradar.store.Batches.year;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sozialradar.Gdal;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.store.Batches;
import org.sozialradar.store.ImportBatch.AreaSet;

/** The views that map programs open. */
class MapViewsTest {
  /** An area of the test has each. */
  private static final int STATUSES = ObservationStatus.values().length;

  private static final List<String> VIEWS = List.of("map_area", "map_value", "map_latest");

  private final PostgisCluster cluster = PostgisCluster.require();
  private final String database = cluster.newDatabase();
  private PostgisGeodataStore store;

  @BeforeEach
  void open() {
    store =
        PostgisGeodataStore.open(cluster.address(database), cluster.superuser(), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<String> query(String sql) throws SQLException {
    try (var connection = cluster.connect(database, cluster.superuser());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var lines = new ArrayList<String>();
      while (rows.next()) {
        var line = new ArrayList<String>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          line.add(rows.getString(i));
        }
        lines.add(String.join("|", line));
      }
      return lines;
    }
  }

  /** An area per status, so that each has its value or its reason, in two periods. */
  private void storeEveryStatus() {
    var parts = new Batches.Parts(dataset("zahlen"));
    parts.editions.add(edition(EDITION, LocalDate.of(2023, 1, 1), "zahlen"));
    var statuses = ObservationStatus.values();
    var areas = new ArrayList<org.sozialradar.area.Area>();
    var table = IndicatorTable.builder("population", EDITION, "municipality", "zahlen");
    for (int i = 0; i < statuses.length; i++) {
      var place = code("%08d".formatted(i));
      areas.add(area(place.value(), "Ort " + i, squareWithHole(12 + i, 50, 0.5)));
      table.put(place, year(2022), cell(statuses[i], i));
      table.put(place, year(2023), cell(statuses[i], i + 0.5));
    }
    areas.add(area("99999999", "Nur Schlüssel", GEOMETRY.createPolygon()));
    parts.areas.add(new AreaSet(EDITION, AreaLevel.MUNICIPALITY, areas, List.of()));
    parts.indicators.add(indicator("population", "zahlen"));
    parts.tables.add(table.build());
    store.commit(parts.batch());
  }

  private static Estimate cell(ObservationStatus status, double value) {
    return status.hasValue()
        ? new Estimate(value, value - 1, value + 1, status)
        : Estimate.missing(status);
  }

  @Test
  void valuesStandBesideTheirAreasWithTheirStatus() throws SQLException {
    storeEveryStatus();
    var statuses = ObservationStatus.values();
    var expected = new ArrayList<String>();
    for (int i = 0; i < statuses.length; i++) {
      String amount = statuses[i].hasValue() ? Integer.toString(i) : "null";
      expected.add("%08d|%s|%s".formatted(i, amount, statuses[i].label()));
    }
    assertThat(
            query(
                """
                SELECT code, amount, status FROM radar.map_value
                WHERE indicator_id = 'population' AND period = '2022' ORDER BY code\
                """))
        .containsExactlyElementsOf(expected);
    assertThat(query("SELECT DISTINCT period FROM radar.map_latest")).containsExactly("2023");
    assertThat(
            query(
                """
                SELECT DISTINCT upper_bound - lower_bound, area_name = 'Ort ' || code::integer
                FROM radar.map_latest WHERE amount IS NOT NULL\
                """))
        .containsExactly("2|t");
  }

  /** One data set says what an indicator is and brings a year, another brings a year. */
  @Test
  void eachValueNamesTheDatasetThatItCameWith() throws SQLException {
    store.commit(uniform(1, 1));
    var parts = new Batches.Parts(example("invented"));
    var table = IndicatorTable.builder("population", EDITION, "municipality", "invented");
    table.put(code("00000000"), year(2030), cell(ObservationStatus.ESTIMATED, 7));
    parts.tables.add(table.build());
    store.commit(parts.batch());
    assertThat(
            query(
                """
                SELECT amount, attribution, licence_id, is_example FROM radar.map_value
                ORDER BY period\
                """))
        .containsExactly("1|© Amt Görlitz 2023|dl-de/by-2-0|f", "7|Nobody|CC0-1.0|t");
    assertThat(query("SELECT amount, attribution, is_example FROM radar.map_latest"))
        .containsExactly("7|Nobody|t");
  }

  private static Dataset example(String id) {
    var real = dataset(id);
    return new Dataset(
        id,
        real.title(),
        real.publisher(),
        new Licence("CC0-1.0", "CC0 1.0", ""),
        "Nobody",
        real.vintage(),
        true,
        real.files(),
        real.importedAt());
  }

  @Test
  void showOnlyTheCurrentRevision() throws SQLException {
    store.commit(uniform(1, 3));
    store.commit(uniform(2, 4));
    assertThat(query("SELECT DISTINCT area_name FROM radar.map_area")).containsExactly("Ort 2");
    assertThat(query("SELECT count(*), max(amount) FROM radar.map_value")).containsExactly("4|2");
    store.restore(1);
    assertThat(query("SELECT count(*), max(amount) FROM radar.map_value")).containsExactly("3|1");
    store.commit(empty(dataset("other")));
    assertThat(query("SELECT count(*), max(amount) FROM radar.map_latest")).containsExactly("3|1");
  }

  @Test
  void eachHasAUniqueKeyOneTypeOfGeometryAndAComment() throws SQLException {
    storeEveryStatus();
    for (var view : VIEWS) {
      assertThat(query("SELECT count(*) - count(DISTINCT map_key) FROM radar." + view))
          .containsExactly("0");
      assertThat(
              query(
                  "SELECT type, srid, coord_dimension FROM geometry_columns WHERE f_table_name = '"
                      + view
                      + "'"))
          .containsExactly("MULTIPOLYGON|4326|2");
      assertThat(
              query(
                  """
                  SELECT attname FROM pg_attribute
                  WHERE attrelid = 'radar.%s'::regclass AND attnum > 0
                    AND col_description(attrelid, attnum) IS NULL\
                  """
                      .formatted(view)))
          .isEmpty();
      assertThat(query("SELECT obj_description('radar.%s'::regclass) IS NULL".formatted(view)))
          .containsExactly("f");
    }
  }

  @Test
  void everyMapViewIsTestedAndEveryStatusHasALabel() throws SQLException {
    assertThat(
            query(
                """
                SELECT viewname FROM pg_views
                WHERE schemaname = 'radar' AND viewname LIKE 'map\\_%' ORDER BY viewname\
                """))
        .containsExactlyInAnyOrderElementsOf(VIEWS);
    for (var status : ObservationStatus.values()) {
      assertThat(query("SELECT radar.status_label('" + status.letter() + "')"))
          .containsExactly(status.label());
    }
  }

  @Test
  void mapProgramsAskForWhatTheyShowByTheIndex() throws SQLException {
    store.commit(uniform(1, 2000));
    cluster.execute(database, "ANALYZE radar.area");
    var plan =
        query(
            """
            EXPLAIN SELECT * FROM radar.map_area
            WHERE geometry && ST_MakeEnvelope(100, 50, 101, 51, 4326)\
            """);
    assertThat(String.join("\n", plan)).contains("area_multipolygon");
  }

  @Test
  void ogrinfoOpensThem() throws IOException, InterruptedException {
    Gdal.require();
    storeEveryStatus();
    for (var view : VIEWS) {
      var said = ogrinfo("radar." + view);
      assertThat(said)
          .contains("Geometry: Multi Polygon", "ID[\"EPSG\",4326]", "map_key: String", "Extent:")
          .contains("Feature Count: " + (view.equals("map_value") ? 2 * STATUSES : STATUSES));
    }
  }

  private String ogrinfo(String layer) throws IOException, InterruptedException {
    var source =
        "PG:host=%s port=%d dbname=%s user=postgres"
            .formatted(cluster.socket(), cluster.port(), database);
    return Gdal.run("ogrinfo", "-ro", "-so", source, layer);
  }

  @Test
  void anAreaWithoutBoundaryIsOnNoMap() throws SQLException {
    storeEveryStatus();
    assertThat(query("SELECT count(*) FROM radar.map_area WHERE code = '99999999'"))
        .containsExactly("0");
    assertThat(store.listAreas(EDITION, "municipality")).hasSize(STATUSES + 1);
  }
}
