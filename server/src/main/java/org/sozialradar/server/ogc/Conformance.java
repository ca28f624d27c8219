package org.sozialradar.server.ogc;

import java.util.List;
import java.util.stream.Stream;

/** The conformance classes that hold. What is named here is tested. */
final class Conformance {
  private static final String ROOT = "http://www.opengis.net/spec/";

  private static final List<String> FEATURES =
      List.of(
          "ogcapi-common-1/1.0/conf/core",
          "ogcapi-common-2/1.0/conf/collections",
          "ogcapi-features-1/1.0/conf/core",
          "ogcapi-features-1/1.0/conf/oas30",
          "ogcapi-features-1/1.0/conf/geojson",
          "ogcapi-features-1/1.0/conf/html",
          "ogcapi-features-2/1.0/conf/crs",
          "ogcapi-features-3/1.0/conf/queryables",
          "ogcapi-features-3/1.0/conf/filter",
          "ogcapi-features-3/1.0/conf/features-filter",
          "ogcapi-features-8/1.0/conf/sorting");

  private static final List<String> TILES =
      List.of(
          "ogcapi-tiles-1/1.0/conf/core",
          "ogcapi-tiles-1/1.0/conf/tileset",
          "ogcapi-tiles-1/1.0/conf/tilesets-list",
          "ogcapi-tiles-1/1.0/conf/dataset-tilesets",
          "ogcapi-tiles-1/1.0/conf/geodata-tilesets",
          "ogcapi-tiles-1/1.0/conf/mvt");

  private static final List<String> CQL2 =
      List.of(
          "cql2-text",
          "cql2-json",
          "basic-cql2",
          "advanced-comparison-operators",
          "case-insensitive-comparison",
          "accent-insensitive-comparison",
          "basic-spatial-functions",
          "basic-spatial-functions-plus",
          "spatial-functions",
          "temporal-functions",
          "array-functions",
          "property-property",
          "functions",
          "arithmetic");

  private Conformance() {}

  /** Addresses of the classes. */
  static List<String> classes() {
    return Stream.of(FEATURES, TILES, CQL2.stream().map("cql2/1.0/conf/"::concat).toList())
        .flatMap(List::stream)
        .map(ROOT::concat)
        .toList();
  }
}
