package org.sozialradar.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.release.Release;
import org.sozialradar.release.ReleaseException;
import org.sozialradar.release.ReleaseStore;
import org.sozialradar.release.ReleaseText;
import org.sozialradar.release.Withdrawal;
import org.sozialradar.store.jdbc.Dialect.Target;

/** Records of releases, over a connection in a transaction that its owner ends. */
final class ReleaseRows {
  private static final Target RELEASE =
      Target.of(
          "data_release", "release_id", "revision_number", "created_at", "place", "body", "erased");
  private static final String ALL =
      "SELECT release_id, revision_number, created_at, place, body, withdrawn_at, reason_de,"
          + " reason_en, erased FROM data_release";

  private final Statements statements;

  ReleaseRows(Connection connection, Dialect dialect) {
    statements = new Statements(connection, dialect);
  }

  /** Adds a release; those who write follow each other, so what is counted stays so. */
  void add(Release release) throws SQLException {
    if (find(release.id()).isPresent()) {
      throw new ReleaseException("exists", Map.of("id", release.id()));
    }
    int others =
        statements.find("SELECT COUNT(*) FROM data_release", row -> row.getInt(1)).orElseThrow();
    if (others >= ReleaseStore.MOST) {
      throw new ReleaseException("too-many", Map.of("most", Integer.toString(ReleaseStore.MOST)));
    }
    statements.insert(
        RELEASE,
        release.id(),
        release.revision(),
        time(release.createdAt()),
        release.place(),
        ReleaseText.write(release.description()),
        false);
    if (release.isWithdrawn()) {
      withdraw(release.id(), release.withdrawal().get());
    }
  }

  Optional<Release> find(String id) throws SQLException {
    return statements.find(ALL + " WHERE release_id = ?", ReleaseRows::read, id);
  }

  List<Release> list() throws SQLException {
    return statements.list(ALL, ReleaseRows::read).stream()
        .sorted(Comparator.comparing(Release::createdAt).reversed().thenComparing(Release::id))
        .toList();
  }

  Release withdraw(String id, Withdrawal withdrawal) throws SQLException {
    var withdrawn =
        find(id)
            .orElseThrow(() -> new ReleaseException("unknown", Map.of("id", id)))
            .with(withdrawal);
    var held = withdrawn.withdrawal().orElseThrow();
    statements.update(
        "UPDATE data_release SET withdrawn_at = ?, reason_de = ?, reason_en = ?, erased = ?"
            + " WHERE release_id = ?",
        time(held.at()),
        held.reason().de(),
        held.reason().en(),
        held.erased(),
        id);
    return find(id).orElseThrow();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static Release read(ResultSet row) throws SQLException {
    return new Release(
        row.getString(1),
        row.getLong(2),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getString(4),
        ReleaseText.read(row.getString(5)),
        withdrawal(row));
  }

  private static Optional<Withdrawal> withdrawal(ResultSet row) throws SQLException {
    var at = row.getObject(6, OffsetDateTime.class);
    if (at == null) {
      return Optional.empty();
    }
    var reason = new LocalizedText(row.getString(7), row.getString(8));
    return Optional.of(new Withdrawal(at.toInstant(), reason, row.getBoolean(9)));
  }
}
