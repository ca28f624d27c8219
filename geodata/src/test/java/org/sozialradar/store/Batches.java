package org.sozialradar.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.CoverageLevel;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.dataset.SourceFile;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.layer.LayerContent;
import org.sozialradar.layer.PopulationGrid;
import org.sozialradar.network.Milestone;
import org.sozialradar.network.NetworkTotal;
import org.sozialradar.store.ImportBatch.AreaSet;

/** Batches for the tests of stores. */
public final class Batches {
  public static final GeometryFactory GEOMETRY = new GeometryFactory();
  public static final String EDITION = "2023";

  private Batches() {}

  public static Dataset dataset(String id) {
    return new Dataset(
        id,
        new LocalizedText("Größe & Übermaß – „ß“ 🗺", "Size and excess"),
        "Statistisches Amt Görlitz",
        new Licence("dl-de/by-2-0", "Datenlizenz Deutschland Namensnennung 2.0", ""),
        "© Amt Görlitz 2023",
        "2023-12-31",
        false,
        List.of(
            new SourceFile("b.csv", "0".repeat(64), 17),
            new SourceFile("a.csv", "f".repeat(64), 5_000_000_000L)),
        Instant.parse("2026-11-22T10:00:00.123456Z"));
  }

  public static BoundaryVersion edition(String id, LocalDate validFrom, String datasetId) {
    return new BoundaryVersion(
        id, validFrom, new LocalizedText("Gebietsstand " + id, "Edition " + id), datasetId);
  }

  public static Area area(String code, String name, Geometry geometry) {
    return new Area(
        new AreaCode(code),
        "municipality",
        name,
        "Stadt",
        Map.of("state", new AreaCode("14"), "district", new AreaCode(code.substring(0, 5))),
        Map.of("ARS", code + "0000", "Bemerkung", "zählt süß"),
        geometry);
  }

  /** A square with its lower left corner at x, y. */
  public static Polygon square(double x, double y, double side) {
    return GEOMETRY.createPolygon(ring(x, y, side));
  }

  public static Polygon squareWithHole(double x, double y, double side) {
    var hole = GEOMETRY.createLinearRing(ring(x + side / 4, y + side / 4, side / 2));
    return GEOMETRY.createPolygon(
        GEOMETRY.createLinearRing(ring(x, y, side)),
        new org.locationtech.jts.geom.LinearRing[] {hole});
  }

  private static Coordinate[] ring(double x, double y, double side) {
    return new Coordinate[] {
      new Coordinate(x, y),
      new Coordinate(x + side, y),
      new Coordinate(x + side, y + side),
      new Coordinate(x, y + side),
      new Coordinate(x, y)
    };
  }

  public static CoverageLevel coverage(int zoom, Map<String, Geometry> geometries) {
    var sorted = new TreeMap<AreaCode, Geometry>();
    geometries.forEach((code, geometry) -> sorted.put(new AreaCode(code), geometry));
    return new CoverageLevel(zoom, sorted);
  }

  public static Indicator indicator(String id, String datasetId) {
    return new Indicator(
        id,
        new LocalizedText("Bevölkerung", "Population"),
        new LocalizedText("Einwohnerinnen und Einwohner am 31.12.", "Inhabitants on 31 Dec"),
        new Indicator.Unit("persons", new LocalizedText("Personen", "persons")),
        0,
        Indicator.Polarity.NEUTRAL,
        Measure.extensive("population"),
        new Indicator.Theme("people", new LocalizedText("Bevölkerung", "People")),
        Double.NaN,
        "",
        datasetId);
  }

  public static AreaCode code(String code) {
    return new AreaCode(code);
  }

  public static ReferencePeriod year(int year) {
    return ReferencePeriod.ofYear(year);
  }

  /** A data set alone: the smallest batch. */
  public static ImportBatch empty(Dataset dataset) {
    return new Parts(dataset).batch();
  }

  /**
   * A batch in which all speaks of one number: areas' names, values and the milestone's note; of
   * {@code size} areas.
   */
  public static ImportBatch uniform(int number, int size) {
    var parts = new Parts(dataset("uniform"));
    parts.editions.add(edition(EDITION, LocalDate.of(2023, 1, 1), "uniform"));
    var areas =
        IntStream.range(0, size)
            .mapToObj(i -> area("%08d".formatted(i), "Ort " + number, square(12, 50, 0.01)))
            .toList();
    var geometries = new TreeMap<AreaCode, Geometry>();
    areas.forEach(area -> geometries.put(area.code(), square(number, i(area), 1)));
    parts.areas.add(
        new AreaSet(
            EDITION, AreaLevel.MUNICIPALITY, areas, List.of(new CoverageLevel(5, geometries))));
    parts.indicators.add(indicator("population", "uniform"));
    var table = IndicatorTable.builder("population", EDITION, "municipality", "uniform");
    areas.forEach(
        area ->
            table.put(area.code(), year(2023), Estimate.of(number, ObservationStatus.REPORTED)));
    parts.tables.add(table.build());
    return parts.batch();
  }

  private static int i(Area area) {
    return Integer.parseInt(area.code().value());
  }

  /** The parts of a batch, to be filled. */
  public static final class Parts {
    public final Dataset dataset;
    public final List<BoundaryVersion> editions = new ArrayList<>();
    public final List<AreaSet> areas = new ArrayList<>();
    public final List<AreaCorrespondence> correspondences = new ArrayList<>();
    public final List<Indicator> indicators = new ArrayList<>();
    public final List<IndicatorTable> tables = new ArrayList<>();
    public final List<Milestone> milestones = new ArrayList<>();
    public final List<NetworkTotal> totals = new ArrayList<>();
    public final List<MethodDocument> methods = new ArrayList<>();
    public final List<LayerContent> layers = new ArrayList<>();
    public final List<PopulationGrid> grids = new ArrayList<>();
    public boolean complete = true;

    public Parts(Dataset dataset) {
      this.dataset = dataset;
    }

    public ImportBatch batch() {
      return new ImportBatch(
          dataset,
          editions,
          areas,
          correspondences,
          indicators,
          tables,
          milestones,
          totals,
          methods,
          layers,
          grids,
          complete);
    }
  }
}
