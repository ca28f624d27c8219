package org.sozialradar.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.Dissolve;
import org.sozialradar.area.Generalisation;
import org.sozialradar.area.SurfaceArea;
import org.sozialradar.area.WebMercator;

/**
 * The boundaries of the sample: Saxony's municipalities of 2023 and its districts, from the
 * boundaries of 2016 and the mergers since, generalised together.
 */
final class SampleBoundaries {
  /**
   * Tolerance on the ground, in metres. With triangles as small as its square left out, 99 % of the
   * vertices stay within 26 m of the border, half of them do not move.
   */
  private static final double TOLERANCE_METRES = 60;

  private static final double MIDDLE_LATITUDE = 51;
  private static final String TOWN = "Stadt";
  private static final String VILLAGE = "Gemeinde";

  private final SortedMap<AreaCode, SampleFeature> municipalities;
  private final SortedMap<AreaCode, SampleFeature> districts;

  private SampleBoundaries(
      SortedMap<AreaCode, SampleFeature> municipalities,
      SortedMap<AreaCode, SampleFeature> districts) {
    this.municipalities = municipalities;
    this.districts = districts;
  }

  /** Makes the boundaries from the files of 2016. */
  static SampleBoundaries make(Path folder) throws IOException {
    var old = GeoJsonFile.read(folder.resolve("vg250_gemeinden_2016_sn.geojson"));
    var names = GeoJsonFile.read(folder.resolve("vg250_kreise_2016_sn.geojson"));
    var merged = merged(old, folder.resolve("mergers_sn_2016_2023.csv"));
    var municipalities = generalised(merged);
    return new SampleBoundaries(municipalities, districts(municipalities, names));
  }

  /** Reads the boundaries as {@link #write} wrote them. */
  static SampleBoundaries read(Path folder) throws IOException {
    return new SampleBoundaries(
        byCode(GeoJsonFile.read(folder.resolve("municipalities.geojson.gz"))),
        byCode(GeoJsonFile.read(folder.resolve("districts.geojson.gz"))));
  }

  void write(Path folder) throws IOException {
    GeoJsonFile.write(folder.resolve("municipalities.geojson.gz"), municipalities.values());
    GeoJsonFile.write(folder.resolve("districts.geojson.gz"), districts.values());
  }

  private static SortedMap<AreaCode, SampleFeature> byCode(Collection<SampleFeature> features) {
    var byCode = new TreeMap<AreaCode, SampleFeature>();
    features.forEach(feature -> byCode.put(feature.code(), feature));
    return byCode;
  }

  private static SortedMap<AreaCode, SampleFeature> merged(List<SampleFeature> old, Path mergers)
      throws IOException {
    var successors = new TreeMap<String, SampleFeature>();
    try (var rows =
        CSVParser.parse(
            Files.readString(mergers),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      for (var row : rows) {
        var successor = new AreaCode(row.get("ags_new"));
        successors.put(
            row.get("ags_old"),
            new SampleFeature(successor, row.get("name_new"), VILLAGE, old.get(0).geometry()));
      }
    }
    var parts = new TreeMap<AreaCode, List<SampleFeature>>();
    for (var feature : old) {
      var successor = successors.getOrDefault(feature.code().value(), feature);
      parts
          .computeIfAbsent(successor.code(), code -> new ArrayList<>())
          .add(feature.renamed(successor.code(), successor.name()));
    }
    return byCode(parts.values().stream().map(SampleBoundaries::joined).toList());
  }

  /** One municipality of its parts: a town if one of them was. */
  private static SampleFeature joined(List<SampleFeature> parts) {
    boolean town = parts.stream().anyMatch(part -> part.designation().equals(TOWN));
    var first = parts.get(0);
    return new SampleFeature(
        first.code(),
        first.name(),
        town ? TOWN : VILLAGE,
        Dissolve.union(
            parts.stream().map(SampleFeature::geometry).map(GeometryFixer::fix).toList()));
  }

  private static SortedMap<AreaCode, SampleFeature> generalised(
      SortedMap<AreaCode, SampleFeature> features) {
    var plane = new TreeMap<AreaCode, Geometry>();
    features.forEach((code, one) -> plane.put(code, WebMercator.project(one.geometry())));
    double stretch = 1 / Math.cos(Math.toRadians(MIDDLE_LATITUDE));
    var simple = Generalisation.simplify(plane, TOLERANCE_METRES * stretch);
    var result = new TreeMap<AreaCode, SampleFeature>();
    simple.forEach(
        (code, geometry) -> {
          var rounded = GeoJsonFile.rounded(WebMercator.unproject(geometry));
          result.put(code, features.get(code).withGeometry(rounded));
        });
    requireCoverage(result);
    return result;
  }

  private static void requireCoverage(SortedMap<AreaCode, SampleFeature> features) {
    var geometries =
        features.values().stream().map(SampleFeature::geometry).toArray(Geometry[]::new);
    for (var feature : features.values()) {
      if (!feature.geometry().isValid()) {
        throw new IllegalStateException("rounding broke the boundary of " + feature.code());
      }
    }
    if (!CoverageValidator.isValid(geometries)) {
      throw new IllegalStateException("the generalised municipalities have gaps or overlaps");
    }
  }

  private static SortedMap<AreaCode, SampleFeature> districts(
      SortedMap<AreaCode, SampleFeature> municipalities, List<SampleFeature> names) {
    var members =
        municipalities.values().stream()
            .collect(
                Collectors.groupingBy(SampleBoundaries::districtOf, TreeMap::new, geometries()));
    var districts = new TreeMap<AreaCode, SampleFeature>();
    byCode(names)
        .forEach(
            (code, district) ->
                districts.put(
                    code,
                    district.withGeometry(
                        CoverageUnion.union(members.get(code).toArray(Geometry[]::new)))));
    return districts;
  }

  private static java.util.stream.Collector<SampleFeature, ?, List<Geometry>> geometries() {
    return Collectors.mapping(SampleFeature::geometry, Collectors.toList());
  }

  private static AreaCode districtOf(SampleFeature municipality) {
    return new AreaCode(municipality.code().value().substring(0, 5));
  }

  /** The municipalities with their boundaries, by code. */
  Collection<SampleFeature> municipalities() {
    return municipalities.values();
  }

  /** The municipalities as the generator of values sees them, by code. */
  List<Municipality> places() {
    Map<AreaCode, Long> sizes =
        municipalities.values().stream()
            .collect(Collectors.groupingBy(SampleBoundaries::districtOf, Collectors.counting()));
    return municipalities.values().stream()
        .map(one -> place(one, sizes.get(districtOf(one)) == 1))
        .toList();
  }

  private static Municipality place(SampleFeature one, boolean alone) {
    var kind = one.designation().equals(TOWN) ? Municipality.Kind.TOWN : Municipality.Kind.VILLAGE;
    var middle = one.geometry().getCentroid();
    return new Municipality(
        one.code().value(),
        alone ? Municipality.Kind.CITY : kind,
        middle.getX(),
        middle.getY(),
        SurfaceArea.squareKilometres(one.geometry()));
  }
}
