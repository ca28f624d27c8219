package org.sozialradar.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sozialradar.store.Erasure;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.store.Revision;
import org.sozialradar.store.UnknownRevisionException;
import org.sozialradar.store.jdbc.Dialect.Target;

/**
 * Makes and deletes revisions within the transaction of the given connection, and leaves ending it
 * to the caller, who also sees to it that no two write at a time; used by one thread at a time.
 */
public final class RevisionWriter {
  private static final Target REVISION =
      Target.of("revision", "revision_number", "created_at", "dataset_id", "restored_from");

  private final Statements statements;
  private final RevisionRows revisions;

  /**
   * @param connection open, without auto-commit
   * @param dialect of its database
   */
  public RevisionWriter(Connection connection, Dialect dialect) {
    statements = new Statements(connection, dialect);
    revisions = new RevisionRows(statements);
  }

  /**
   * Writes all of the batch and the revision that it makes.
   *
   * @throws SQLException if the database refuses any of it; the caller rolls back
   * @throws org.sozialradar.store.StoreException if the batch refers to what is not there
   */
  public Revision write(ImportBatch batch, Instant now) throws SQLException {
    var before = revisions.newest();
    var parts = Parts.of(statements, before.number(), before.number() + 1);
    new BatchWriter(statements, parts).write(batch);
    return add(new Revision(before.number() + 1, micros(now), batch.dataset().id(), 0), parts);
  }

  /**
   * Makes a revision of the parts of an older one.
   *
   * @throws UnknownRevisionException if it is not kept
   */
  public Revision restore(long number, Instant now) throws SQLException {
    var old = revisions.find(number).orElseThrow(() -> new UnknownRevisionException(number));
    long next = revisions.newest().number() + 1;
    var parts = Parts.of(statements, number, next);
    return add(new Revision(next, micros(now), old.datasetId(), number), parts);
  }

  /**
   * Erases values from all revisions, and makes a revision of what the newest still holds.
   *
   * @see org.sozialradar.store.GeodataStore#erase
   */
  public Revision erase(List<Erasure> erasures, Instant now) throws SQLException {
    var before = revisions.newest();
    var concerned = new Eraser(statements).erase(erasures);
    var parts = Parts.of(statements, before.number(), before.number() + 1);
    new BatchWriter(statements, parts).renew(concerned);
    String dataset = erasures.isEmpty() ? before.datasetId() : erasures.get(0).datasetId();
    return add(new Revision(before.number() + 1, micros(now), dataset, 0), parts);
  }

  private static Instant micros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  private Revision add(Revision revision, Parts parts) throws SQLException {
    statements.insert(
        REVISION,
        revision.number(),
        revision.createdAt().atOffset(ZoneOffset.UTC),
        revision.datasetId(),
        revision.restoredFrom());
    parts.assign(revision.number());
    return revision;
  }

  /** All but the {@code keep} newest revisions, the newest first. */
  public List<Revision> listPrunable(int keep) throws SQLException {
    if (keep < 1) {
      throw new IllegalArgumentException("at least one revision stays, not " + keep);
    }
    var all = revisions.all();
    return all.subList(Math.min(keep, all.size()), all.size());
  }

  /** Deletes all but the {@code keep} newest revisions, and the parts that no other one has. */
  public List<Revision> prune(int keep) throws SQLException {
    var prunable = listPrunable(keep);
    if (!prunable.isEmpty()) {
      statements.update(
          "DELETE FROM revision WHERE revision_number <= ?", prunable.get(0).number());
      statements.update(
          """
          DELETE FROM part WHERE NOT EXISTS (
            SELECT 1 FROM revision_part r WHERE r.part_id = part.part_id)\
          """);
    }
    return prunable;
  }

  /** The revisions that are kept, the newest first. */
  public List<Revision> list() throws SQLException {
    return revisions.all();
  }
}
