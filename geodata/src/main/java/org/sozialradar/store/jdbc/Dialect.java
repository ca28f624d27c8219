package org.sozialradar.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** What differs between the databases that hold the schema. Safe for use by many threads. */
public interface Dialect {
  /** What stands for the placeholders of the migrations. */
  Map<String, String> placeholders();

  /** Where migrations stand on the class path that only this database runs. */
  List<String> ownMigrations();

  /** Version of the newest migration of this database. */
  int newestMigration();

  /** Name of the element type in arrays of text. */
  String textArrayType();

  /** Name of the element type in arrays of numbers. */
  String numberArrayType();

  /** How many elements an array has at most. */
  int arrayElements();

  /** JDBC isolation level at which all statements of a transaction see one state. */
  int snapshotIsolation();

  /**
   * A geometry as a parameter of a statement.
   *
   * @param epsg coordinate reference system of the column: 4326 (longitude first) or 3857
   */
  Object geometry(Geometry geometry, int epsg);

  /**
   * Reads a geometry of the current row.
   *
   * @param epsg coordinate reference system of the column
   * @throws SQLException if it is damaged
   */
  Geometry readGeometry(ResultSet row, int column, int epsg) throws SQLException;

  /** Adds rows to a table in the way that is fastest here. */
  <T> void insertAll(
      Connection connection, Target target, Iterable<T> items, RowParameters<T> parameters)
      throws SQLException;

  /** The columns of a table that rows are added to. */
  record Target(String table, List<String> columns) {
    public Target {
      columns = List.copyOf(columns);
    }

    static Target of(String table, String... columns) {
      return new Target(table, List.of(columns));
    }
  }

  /** Gives the parameters of a row in the order of the columns; an empty Optional is NULL. */
  interface RowParameters<T> {
    List<Object> of(T item) throws SQLException;
  }
}
