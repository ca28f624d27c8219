package org.sozialradar.store.microdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.jdbcx.JdbcDataSource;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.h2.PageFile;
import org.sozialradar.store.jdbc.Schema;

/**
 * An H2 file with nothing but survey rows, for its owner only (mode 0600 where there are modes).
 * Open while in use and held by one process; every call opens and closes it.
 */
final class MicrodataFile implements MicrodataDatabase {
  /** One for each file: a process may have opened it several times. */
  private static final Map<Path, ReadWriteLock> USES = new ConcurrentHashMap<>();

  private final Path path;
  private final PageFile pages;
  private final ReadWriteLock use;
  private final JdbcDataSource source = new JdbcDataSource();

  private MicrodataFile(Path path) {
    this.path = path;
    var file = path.resolveSibling(path.getFileName() + ".mv.db").toAbsolutePath().normalize();
    pages = new PageFile(file);
    use = USES.computeIfAbsent(file, any -> new ReentrantReadWriteLock());
    source.setURL(
        "jdbc:h2:file:"
            + path.toAbsolutePath()
            + ";DB_CLOSE_DELAY=0;TRACE_LEVEL_FILE=0;MAX_COMPACT_TIME=0;WRITE_DELAY=0");
    source.setUser("radar");
    source.setPassword("");
  }

  /**
   * Opens the file and makes it if there is none.
   *
   * @param path the file without its ending {@code .mv.db}
   * @throws StoreException if it cannot be opened
   */
  static MicrodataFile open(Path path) {
    var file = new MicrodataFile(path);
    file.use.writeLock().lock();
    try {
      file.pages.requireNewest();
      makePrivate(path.resolveSibling(path.getFileName() + ".mv.db"));
      new Schema(
              file.source,
              List.of(MIGRATIONS),
              Map.of("key", "VARCHAR", "bytes", "BLOB"),
              NEWEST_MIGRATION)
          .migrate();
      return file;
    } catch (IOException e) {
      throw new StoreException("cannot make the file of survey rows " + path + ": " + e, e);
    } finally {
      file.use.writeLock().unlock();
    }
  }

  /** The file is there with its rights before anything is written into it. */
  private static void makePrivate(Path database) throws IOException {
    Files.createDirectories(database.toAbsolutePath().getParent());
    if (!Files.getFileStore(database.toAbsolutePath().getParent())
        .supportsFileAttributeView("posix")) {
      return;
    }
    if (!Files.exists(database)) {
      Files.createFile(
          database,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-------"));
  }

  @Override
  public String name() {
    return path.getFileName() + ".mv.db";
  }

  @Override
  public Connection connect() throws SQLException {
    return source.getConnection();
  }

  @Override
  public ReadWriteLock use() {
    return use;
  }

  /**
   * Writes the file anew without the pages that hold deleted rows. Not by H2's own {@code SHUTDOWN
   * COMPACT}: its new file is open to everybody on the machine.
   */
  @Override
  public void forgetDeleted() {
    use.writeLock().lock();
    try {
      pages.rewrite();
    } catch (IOException e) {
      throw new StoreException("cannot write anew the file of survey rows " + name(), e);
    } finally {
      use.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    // Every connection closes the file.
  }
}
