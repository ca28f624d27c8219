package org.sozialradar.export.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.sozialradar.export.feature.ExportLayer;
import org.sozialradar.export.feature.LayerDescription;

/** The tables by which a GeoPackage describes itself (OGC 12-128r17, annex C). */
final class GeoPackageTables {
  /** "GPKG". */
  private static final int APPLICATION = 0x47504B47;

  private static final int VERSION = 10300;

  private static final DateTimeFormatter TIMES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final List<String> DEFINITIONS =
      List.of(
          """
          CREATE TABLE gpkg_spatial_ref_sys (
            srs_name TEXT NOT NULL,
            srs_id INTEGER PRIMARY KEY NOT NULL,
            organization TEXT NOT NULL,
            organization_coordsys_id INTEGER NOT NULL,
            definition TEXT NOT NULL,
            description TEXT)""",
          """
          CREATE TABLE gpkg_contents (
            table_name TEXT NOT NULL PRIMARY KEY,
            data_type TEXT NOT NULL,
            identifier TEXT UNIQUE,
            description TEXT DEFAULT '',
            last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
            min_x DOUBLE,
            min_y DOUBLE,
            max_x DOUBLE,
            max_y DOUBLE,
            srs_id INTEGER,
            CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)
              REFERENCES gpkg_spatial_ref_sys(srs_id))""",
          """
          CREATE TABLE gpkg_geometry_columns (
            table_name TEXT NOT NULL,
            column_name TEXT NOT NULL,
            geometry_type_name TEXT NOT NULL,
            srs_id INTEGER NOT NULL,
            z TINYINT NOT NULL,
            m TINYINT NOT NULL,
            CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
            CONSTRAINT uk_gc_table_name UNIQUE (table_name),
            CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
            CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))""",
          """
          CREATE TABLE gpkg_extensions (
            table_name TEXT,
            column_name TEXT,
            extension_name TEXT NOT NULL,
            definition TEXT NOT NULL,
            scope TEXT NOT NULL,
            CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))""",
          """
          CREATE TABLE gpkg_metadata (
            id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
            md_scope TEXT NOT NULL DEFAULT 'dataset',
            md_standard_uri TEXT NOT NULL,
            mime_type TEXT NOT NULL DEFAULT 'text/xml',
            metadata TEXT NOT NULL DEFAULT '')""",
          """
          CREATE TABLE gpkg_metadata_reference (
            reference_scope TEXT NOT NULL,
            table_name TEXT,
            column_name TEXT,
            row_id_value INTEGER,
            timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
            md_file_id INTEGER NOT NULL,
            md_parent_id INTEGER,
            CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
            CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))""",
          """
          CREATE TABLE gpkg_data_columns (
            table_name TEXT NOT NULL,
            column_name TEXT NOT NULL,
            name TEXT,
            title TEXT,
            description TEXT,
            mime_type TEXT,
            constraint_name TEXT,
            CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
            CONSTRAINT gdc_tn UNIQUE (table_name, name))""",
          """
          CREATE TABLE gpkg_data_column_constraints (
            constraint_name TEXT NOT NULL,
            constraint_type TEXT NOT NULL,
            value TEXT,
            min NUMERIC,
            min_is_inclusive BOOLEAN,
            max NUMERIC,
            max_is_inclusive BOOLEAN,
            description TEXT,
            CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))""");

  private final Connection connection;
  private final ExportLayer layer;

  GeoPackageTables(Connection connection, ExportLayer layer) {
    this.connection = connection;
    this.layer = layer;
  }

  /** A time as GeoPackage writes it. */
  static String time(Instant instant) {
    return TIMES.format(instant);
  }

  /** What marks the file, which cannot be set within a transaction. */
  static void mark(Connection connection) throws SQLException {
    run(connection, "PRAGMA application_id = " + APPLICATION);
    run(connection, "PRAGMA user_version = " + VERSION);
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Creates the tables, with the coordinate systems. */
  void create() throws SQLException {
    for (String definition : DEFINITIONS) {
      run(connection, definition);
    }
    SpatialReference.ALWAYS.forEach(this::add);
    var own = SpatialReference.of(layer.system());
    if (!SpatialReference.ALWAYS.contains(own)) {
      add(own);
    }
  }

  private void add(SpatialReference system) {
    try {
      insert(
          "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)",
          system.name(),
          system.id(),
          system.organization(),
          system.id(),
          system.definition());
    } catch (SQLException e) {
      throw new IllegalStateException("the coordinate system " + system.id(), e);
    }
  }

  void insert(String sql, Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** Enters the layer: contents with their extent, the geometry's column, columns, metadata. */
  void enter(FeatureTable table, String geometryType, Envelope extent) throws SQLException {
    var metadata = layer.metadata();
    int system = layer.system().epsg();
    boolean empty = extent.isNull();
    insert(
        "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
        layer.name(),
        layer.shownTitle(),
        metadata.in(layer.description()),
        time(metadata.created()),
        empty ? null : extent.getMinX(),
        empty ? null : extent.getMinY(),
        empty ? null : extent.getMaxX(),
        empty ? null : extent.getMaxY(),
        system);
    insert(
        "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
        layer.name(),
        table.geometry(),
        geometryType,
        system);
    addColumns();
    addMetadata();
  }

  private void addColumns() throws SQLException {
    for (var column : layer.columns()) {
      insert(
          "INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, NULL, NULL)",
          layer.name(),
          column.name(),
          column.name(),
          layer.metadata().in(column.title()),
          description(column.unit(), column.description()));
    }
    extend("gpkg_data_columns", "gpkg_schema", "extension_schema");
    extend("gpkg_data_column_constraints", "gpkg_schema", "extension_schema");
  }

  private String description(String unit, String description) {
    if (unit.isEmpty()) {
      return description;
    }
    String labelled = (layer.metadata().language().equals("de") ? "Einheit: " : "unit: ") + unit;
    return description.isEmpty() ? labelled : description + " " + labelled;
  }

  private void addMetadata() throws SQLException {
    insert(
        "INSERT INTO gpkg_metadata VALUES (1, 'dataset', ?, 'application/json', ?)",
        "https://specs.frictionlessdata.io/data-resource/",
        LayerDescription.text(layer));
    insert(
        "INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, 1, NULL)",
        layer.name(),
        time(layer.metadata().created()));
    extend("gpkg_metadata", "gpkg_metadata", "extension_metadata");
    extend("gpkg_metadata_reference", "gpkg_metadata", "extension_metadata");
  }

  private void extend(String table, String extension, String clause) throws SQLException {
    insert(
        "INSERT INTO gpkg_extensions VALUES (?, NULL, ?, ?, 'read-write')",
        table,
        extension,
        clauseAddress(clause));
  }

  static String clauseAddress(String clause) {
    return "http://www.geopackage.org/spec130/#" + clause;
  }
}
