package org.sozialradar.store;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.sozialradar.store.h2.H2GeodataStore;
import org.sozialradar.store.postgis.PostgisGeodataStore;

/** Opens stores by their addresses. */
public final class Stores {
  private static final String H2_PREFIX = "jdbc:h2:";
  private static final String POSTGRESQL_PREFIX = "jdbc:postgresql:";
  private static final String FILE_PREFIX = "file:";

  /** Name of all files of an embedded store in its directory, without their endings. */
  public static final String FILE_NAME = "radar";

  private static final Pattern OTHER_H2 = Pattern.compile("[a-zA-Z][a-zA-Z0-9]+:.*");
  private static final Pattern PASSWORD = Pattern.compile("(?i)(password=|://[^/@:]*:)[^&;@]*");

  private Stores() {}

  /**
   * Opens a store, and makes it if there is none.
   *
   * @param address a directory for the embedded store, {@code jdbc:h2:file:PATH} with the database
   *     file without its ending {@code .mv.db}, or {@code jdbc:postgresql://HOST:PORT/DATABASE}
   * @param login user and password of a database server
   * @throws StoreAddressException if the address names no store that this version can open
   * @throws StoreInUseException if another process holds it open
   * @throws StoreException if it cannot be opened
   */
  public static GeodataStore open(String address, StoreLogin login) {
    if (address.isBlank()) {
      throw new StoreAddressException(address, "is empty");
    }
    if (address.startsWith(H2_PREFIX)) {
      return H2GeodataStore.open(databasePath(address), Clock.systemUTC());
    }
    if (isPostgresql(address)) {
      return PostgisGeodataStore.open(address, login, Clock.systemUTC());
    }
    if (address.startsWith("jdbc:")) {
      throw new StoreAddressException(
          withoutPassword(address),
          "give a directory, jdbc:h2:file:PATH or jdbc:postgresql://HOST:PORT/DATABASE");
    }
    return openDirectory(address);
  }

  /**
   * Opens a store, or one that answers as soon as the store can be reached.
   *
   * @param away hears why it cannot be reached now
   * @throws StoreException as {@link #open(String, StoreLogin)}, but not when it cannot be reached
   */
  public static GeodataStore openPatiently(
      String address, StoreLogin login, Consumer<StoreUnreachableException> away) {
    try {
      return open(address, login);
    } catch (StoreUnreachableException failure) {
      away.accept(failure);
      return new PatientStore(() -> open(address, login), String.valueOf(failure.getMessage()));
    }
  }

  /** Whether the address is one of PostgreSQL. */
  public static boolean isPostgresql(String address) {
    return address.startsWith(POSTGRESQL_PREFIX);
  }

  /**
   * The file of an embedded store, without its ending.
   *
   * @throws StoreAddressException if the address names none
   */
  public static Path embeddedFile(String address) {
    return address.startsWith(H2_PREFIX)
        ? databasePath(address)
        : path(address, address).resolve(FILE_NAME);
  }

  /** Opens a store that needs no login beside its address. */
  public static GeodataStore open(String address) {
    return open(address, StoreLogin.NONE);
  }

  /**
   * Brings the schema of a store to the state that this program knows, and makes it if there is
   * none.
   *
   * @return version of the schema
   * @throws StoreException as {@link #open(String, StoreLogin)}
   */
  public static int migrate(String address, StoreLogin login) {
    if (isPostgresql(address)) {
      return PostgisGeodataStore.migrate(address, login);
    }
    open(address, login).close();
    return H2GeodataStore.SCHEMA_VERSION;
  }

  private static GeodataStore openDirectory(String address) {
    var directory = path(address, address);
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new StoreAddressException(address, "is a file; give the directory of the store");
    }
    return H2GeodataStore.open(directory.resolve(FILE_NAME), Clock.systemUTC());
  }

  private static Path databasePath(String address) {
    String name = address.substring(H2_PREFIX.length());
    if (name.startsWith(FILE_PREFIX)) {
      name = name.substring(FILE_PREFIX.length());
    } else if (OTHER_H2.matcher(name).matches()) {
      throw new StoreAddressException(
          withoutPassword(address), "H2 is embedded; give jdbc:h2:file:PATH");
    }
    var path = path(address, name);
    if (path.getFileName() == null || path.getFileName().toString().isEmpty()) {
      throw new StoreAddressException(address, "lacks the name of the database file");
    }
    return path;
  }

  /** A semicolon would begin settings of H2, of which some run scripts. */
  private static Path path(String address, String name) {
    try {
      var path = Path.of(name);
      if (path.toAbsolutePath().toString().contains(";")) {
        throw new StoreAddressException(
            withoutPassword(address), "must not contain a semicolon, nor settings of the database");
      }
      return path;
    } catch (InvalidPathException e) {
      throw new StoreAddressException(withoutPassword(address), "is no path: " + e.getReason());
    }
  }

  /** The address of a store as it may be shown. */
  public static String withoutPassword(String address) {
    return PASSWORD.matcher(address).replaceAll("$1…");
  }
}
