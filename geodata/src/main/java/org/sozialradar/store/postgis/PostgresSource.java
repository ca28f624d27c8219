package org.sozialradar.store.postgis;

import java.time.Duration;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;
import org.sozialradar.store.StoreAddressException;
import org.sozialradar.store.StoreLogin;

/** Connections to PostgreSQL as all of the program makes them. */
public final class PostgresSource {
  private static final Duration CONNECTING = Duration.ofSeconds(10);

  /** Longest silence of the server while it works; rows on their way count as sound. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  private PostgresSource() {}

  /**
   * Where connections to an address come from.
   *
   * @throws StoreAddressException if it is no address of PostgreSQL
   */
  public static PGSimpleDataSource of(String address, StoreLogin login) {
    var properties = Driver.parseURL(address, null);
    if (properties == null || PGProperty.PG_DBNAME.getOrDefault(properties) == null) {
      throw new StoreAddressException(
          address.replaceAll("\\?.*", "").replaceAll("//[^/]*@", "//"),
          "is no address of PostgreSQL; give jdbc:postgresql://HOST:PORT/DATABASE");
    }
    var source = new PGSimpleDataSource();
    source.setUrl(address);
    source.setApplicationName("sozialradar");
    source.setConnectTimeout((int) CONNECTING.toSeconds());
    source.setSocketTimeout((int) SILENCE.toSeconds());
    source.setTcpKeepAlive(true);
    source.setReWriteBatchedInserts(true);
    if (!login.user().isEmpty()) {
      source.setUser(login.user());
    }
    if (!login.password().isEmpty()) {
      source.setPassword(login.password());
    }
    return source;
  }

  /** Host, port and database, for messages. */
  public static String name(PGSimpleDataSource source) {
    return source.getServerNames()[0]
        + ":"
        + source.getPortNumbers()[0]
        + "/"
        + source.getDatabaseName();
  }
}
