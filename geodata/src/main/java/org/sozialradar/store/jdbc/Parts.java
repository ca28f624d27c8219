package org.sozialradar.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.store.PartKey;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.jdbc.Dialect.Target;

/** The parts of the revision that is being written: those of the one before, and new ones. */
final class Parts {
  private static final Target PART = Target.of("part", "part_id", "part_kind", "part_key");
  private static final Target REVISION_PART =
      Target.of("revision_part", "revision_number", "part_id");

  /**
   * The number of the revision stands in the id of a part above so many bits. So an id never comes
   * back for something else after a part was deleted, as numbers of revisions never do.
   */
  private static final int PART_BITS = 20;

  private final Statements statements;
  private final Map<PartKey, Long> ids;
  private final long lastBefore;
  private long last;

  private Parts(Statements statements, Map<PartKey, Long> ids, long last) {
    this.statements = statements;
    this.ids = ids;
    this.lastBefore = last;
    this.last = last;
  }

  /**
   * Begins with the parts of a revision.
   *
   * @param next number of the revision that is being written
   */
  static Parts of(Statements statements, long revision, long next) throws SQLException {
    long last = statements.find("SELECT MAX(part_id) FROM part", row -> row.getLong(1)).orElse(0L);
    return new Parts(
        statements,
        new RevisionRows(statements).parts(revision),
        Math.max(last, next << PART_BITS));
  }

  /** Adds a part, in the place of the one with this key if there is one. */
  long add(PartKey key) throws SQLException {
    remove(key);
    statements.insert(PART, ++last, key.kind().name(), key.key());
    ids.put(key, last);
    return last;
  }

  /** Leaves a part out; one that no revision has yet is deleted. */
  void remove(PartKey key) throws SQLException {
    var id = ids.remove(key);
    if (id != null && id > lastBefore) {
      statements.update("DELETE FROM part WHERE part_id = ?", id);
    }
  }

  Optional<Long> find(PartKey key) {
    return Optional.ofNullable(ids.get(key));
  }

  /** The parts of a kind. */
  List<PartKey> list(PartKey.Kind kind) {
    return ids.keySet().stream().filter(key -> key.kind() == kind).toList();
  }

  /**
   * Makes sure that what a new part refers to is there.
   *
   * @throws StoreException if it is not
   */
  void require(PartKey key, PartKey referrer) {
    if (!ids.containsKey(key)) {
      throw new StoreException("cannot store the " + referrer + ": there is no " + key);
    }
  }

  /** Writes which parts the revision has. */
  void assign(long revision) throws SQLException {
    statements.insertAll(REVISION_PART, ids.values(), id -> List.<Object>of(revision, id));
  }
}
