package org.sozialradar.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.store.Subscription;

/**
 * Hears of new revisions on a connection of its own: by LISTEN or, on a standby, where LISTEN does
 * not work, by asking often. A lost connection is made again. The listeners are also told when it
 * is lost and when it is there again, so that they notice at once that the database is away or
 * back. Safe for use by many threads.
 */
final class RevisionChannel implements AutoCloseable {
  /** The channel that imports notify. */
  static final String NAME = "radar_revision";

  private static final Logger LOG = LoggerFactory.getLogger(RevisionChannel.class);

  /** How long to listen before the connection is tested. */
  private static final int LISTENING_MILLIS = 5_000;

  /** Longest silence of the server when it is asked; then the connection is as good as lost. */
  private static final int SILENCE_MILLIS = 5_000;

  private static final int ASKING_MILLIS = 250;
  private static final int FIRST_PAUSE_MILLIS = 250;
  private static final int LONGEST_PAUSE_MILLIS = 1_000;

  private final PostgisDatabase database;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private Thread thread;
  private volatile Connection current;
  private volatile boolean closed;

  RevisionChannel(PostgisDatabase database) {
    this.database = database;
  }

  synchronized Subscription subscribe(Runnable listener) {
    listeners.add(listener);
    if (thread == null && !closed) {
      thread = new Thread(this::run, "radar-revisions");
      thread.setDaemon(true);
      thread.start();
    }
    return () -> listeners.remove(listener);
  }

  private void run() {
    int pause = FIRST_PAUSE_MILLIS;
    boolean lost = false;
    while (!closed) {
      try (var connection = database.connect()) {
        current = connection;
        connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
        pause = FIRST_PAUSE_MILLIS;
        lost = false;
        hear(connection);
      } catch (SQLException e) {
        if (!lost && !closed) {
          sayLost(e);
        }
        lost = true;
        // Each time: others may have found the database there in between.
        database.suspect();
        tell();
      }
      sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  private void sayLost(SQLException failure) {
    LOG.warn(
        "no word of new revisions from {}, trying again: {}",
        database.name(),
        failure.getMessage());
  }

  private void hear(Connection connection) throws SQLException {
    if (isStandby(connection)) {
      ask(connection);
    } else {
      listen(connection);
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("LISTEN " + NAME);
    }
    tell(); // of what came while nobody listened
    var notifications = connection.unwrap(PGConnection.class);
    while (!closed) {
      if (notifications.getNotifications(LISTENING_MILLIS).length > 0) {
        tell();
      } else {
        newest(connection); // fails if the connection is lost
      }
    }
  }

  private void ask(Connection connection) throws SQLException {
    LOG.info("{} is a standby: asking it for new revisions", database.name());
    long known = -1;
    while (!closed && isStandby(connection)) {
      long newest = newest(connection);
      if (newest != known) {
        known = newest;
        tell();
      }
      sleep(ASKING_MILLIS);
    }
  }

  private static boolean isStandby(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT pg_is_in_recovery()")) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  private static long newest(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT MAX(revision_number) FROM revision")) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }

  private void sleep(int milliseconds) {
    if (closed) {
      return;
    }
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      LOG.debug("woken to end");
    }
  }

  @Override
  public void close() {
    Thread ending;
    synchronized (this) {
      closed = true;
      ending = thread;
    }
    if (ending == null) {
      return;
    }
    ending.interrupt();
    try {
      abort();
      ending.join(LISTENING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the wait for a notification. */
  private void abort() {
    try {
      if (current != null) {
        current.abort(Runnable::run);
      }
    } catch (SQLException e) {
      LOG.debug("ending the connection for notifications: {}", e.getMessage());
    }
  }
}
