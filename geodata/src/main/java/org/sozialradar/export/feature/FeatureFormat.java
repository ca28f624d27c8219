package org.sozialradar.export.feature;

import org.sozialradar.area.ReferenceSystem;

/** Formats in which a layer can leave. */
public enum FeatureFormat {
  /** One collection after RFC 7946, CRS84 alone. */
  GEOJSON("geojson", "application/geo+json", "geojson"),
  /** A feature of GeoJSON in each line, CRS84 alone. */
  GEOJSON_SEQ("geojsonseq", "application/x-ndjson", "geojsonl"),
  /** A database of SQLite after OGC GeoPackage 1.3. */
  GEOPACKAGE("gpkg", "application/geopackage+sqlite3", "gpkg"),
  /** FlatGeobuf, version 3, of which parts can be fetched by place. */
  FLATGEOBUF("fgb", "application/vnd.flatgeobuf", "fgb"),
  /** A row for each feature, without geometry. */
  CSV("csv", "text/csv; charset=utf-8; header=present", "csv");

  private final String id;
  private final String mediaType;
  private final String ending;

  FeatureFormat(String id, String mediaType, String ending) {
    this.id = id;
    this.mediaType = mediaType;
    this.ending = ending;
  }

  /** Name in the API. */
  public String id() {
    return id;
  }

  /** Media type of the file. */
  public String mediaType() {
    return mediaType;
  }

  /** Ending of the file's name, without the dot. */
  public String ending() {
    return ending;
  }

  /** Whether the file is text, which is worth compressing. */
  public boolean isText() {
    return this != GEOPACKAGE && this != FLATGEOBUF;
  }

  /** Whether coordinates can be written in a system. GeoJSON cannot say which system it has. */
  public boolean takes(ReferenceSystem system) {
    return switch (this) {
      case GEOJSON, GEOJSON_SEQ -> system == ReferenceSystem.CRS84;
      case GEOPACKAGE, FLATGEOBUF, CSV -> true;
    };
  }
}
