package org.sozialradar.store.postgis;

import java.sql.SQLException;
import org.sozialradar.store.StoreException;

/** Says in words what PostgreSQL reports as a code. */
final class PostgresFailure {
  private PostgresFailure() {}

  /**
   * @param action what was tried, to follow "cannot"
   * @param store the store's address without password
   * @param failure what was thrown
   */
  static StoreException explain(String action, String store, Exception failure) {
    return new StoreException(
        "cannot " + action + " the store " + store + ": " + reason(failure), failure);
  }

  private static String reason(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException known && known.getSQLState() != null) {
        return reason(known);
      }
    }
    return failure.getMessage();
  }

  private static String reason(SQLException failure) {
    return switch (failure.getSQLState()) {
      case "08001", "08004", "08006", "08003" ->
          "the database server cannot be reached (" + failure.getMessage() + ")";
      case "28P01", "28000" -> "the database refuses this user or password";
      case "3D000" -> "there is no such database";
      case "42501" -> "this database role lacks the right to do so (" + failure.getMessage() + ")";
      case "25006" -> "the database only reads, as a standby does";
      case "40P01" -> "it collided with another transaction; try again";
      case "53100" -> "the disk of the database is full";
      case "53300" -> "the database has no connection left";
      case "55P03" -> "another import runs; try again when it has ended";
      case "57014" -> "the database took too long and was stopped";
      case "57P01", "57P02", "57P03" -> "the database server shuts down or starts up";
      default -> String.valueOf(failure.getMessage());
    };
  }
}
