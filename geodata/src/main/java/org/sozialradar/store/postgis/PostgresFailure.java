package org.sozialradar.store.postgis;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.StoreUnreachableException;

/** Says in words what PostgreSQL reports as a code. */
final class PostgresFailure {
  /** States of a server that is away, starting, stopping or without a place for now. */
  private static final Set<String> MAY_PASS =
      Set.of("08000", "08001", "08003", "08004", "08006", "53300", "57P01", "57P02", "57P03");

  private static final String DEADLOCK = "40P01";
  private static final String LOCK_TIMEOUT = "55P03";

  private PostgresFailure() {}

  /** Whether the database ended a transaction as it and another one waited for each other. */
  static boolean isDeadlock(Exception failure) {
    return known(failure).map(SQLException::getSQLState).filter(DEADLOCK::equals).isPresent();
  }

  /** Whether something waited for a lock as long as it may. */
  static boolean isLockTimeout(SQLException failure) {
    return LOCK_TIMEOUT.equals(failure.getSQLState());
  }

  /** Of a store whose other writer took too long. */
  static StoreException ofBusyStore(String store, SQLException failure) {
    return new StoreException(
        "cannot write the store " + store + ": another import runs; try again when it has ended",
        failure);
  }

  /**
   * @param action what was tried, to follow "cannot"
   * @param store the store's address without password
   * @param failure what was thrown
   */
  static StoreException explain(String action, String store, Exception failure) {
    var known = known(failure);
    String message =
        "cannot "
            + action
            + " the store "
            + store
            + ": "
            + known.map(PostgresFailure::reason).orElseGet(failure::getMessage);
    boolean passing = known.map(SQLException::getSQLState).filter(MAY_PASS::contains).isPresent();
    return passing
        ? new StoreUnreachableException(message, failure)
        : new StoreException(message, failure);
  }

  private static Optional<SQLException> known(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException known && known.getSQLState() != null) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  private static String reason(SQLException failure) {
    return switch (failure.getSQLState()) {
      case "08001", "08004", "08006", "08003" ->
          "the database server cannot be reached (" + failure.getMessage() + ")";
      case "28P01", "28000" -> "the database refuses this user or password";
      case "3D000" -> "there is no such database";
      case "42501" -> "this database role lacks the right to do so (" + failure.getMessage() + ")";
      case "25006" -> "the database only reads, as a standby does";
      case DEADLOCK -> "it collided with another transaction; try again";
      case "53100" -> "the disk of the database is full";
      case "53300" -> "the database has no connection left";
      case LOCK_TIMEOUT ->
          "another session of the database holds a lock on its tables; try again when it has ended";
      case "57014" -> "the database took too long and was stopped";
      case "57P01", "57P02", "57P03" -> "the database server shuts down or starts up";
      default -> String.valueOf(failure.getMessage());
    };
  }
}
