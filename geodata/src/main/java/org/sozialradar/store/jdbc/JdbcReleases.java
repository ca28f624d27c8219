package org.sozialradar.store.jdbc;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.sozialradar.release.Release;
import org.sozialradar.release.ReleaseStore;
import org.sozialradar.release.Withdrawal;

/** Records of releases in a database, each question or change in a transaction of its own. */
public final class JdbcReleases implements ReleaseStore {
  private final Transactions reading;
  private final Transactions writing;
  private final Dialect dialect;

  /** Releases over transactions for reading and for writing. */
  public JdbcReleases(Transactions reading, Transactions writing, Dialect dialect) {
    this.reading = reading;
    this.writing = writing;
    this.dialect = dialect;
  }

  private ReleaseRows rows(Connection connection) {
    return new ReleaseRows(connection, dialect);
  }

  @Override
  public void add(Release release) {
    writing.run(
        connection -> {
          rows(connection).add(release);
          return true;
        });
  }

  @Override
  public Optional<Release> find(String id) {
    return reading.run(connection -> rows(connection).find(id));
  }

  @Override
  public List<Release> list() {
    return reading.run(connection -> rows(connection).list());
  }

  @Override
  public Release withdraw(String id, Withdrawal withdrawal) {
    return writing.run(connection -> rows(connection).withdraw(id, withdrawal));
  }
}
