package org.sozialradar.store;

/**
 * What a part of a revision is; within a revision a key stands once.
 *
 * @param kind what kind of part
 * @param key what identifies it among those of its kind: ids, with a slash between them
 */
public record PartKey(Kind kind, String key) {
  /** The kinds of parts; the names stand in the store. */
  public enum Kind {
    DATASET,
    EDITION,
    AREA_SET,
    CORRESPONDENCE,
    INDICATOR,
    INDICATOR_TABLE,
    MILESTONES,
    NETWORK_TOTALS,
    METHOD_DOCUMENT,
    CONTEXT_LAYER,
    POPULATION_GRID
  }

  public static PartKey of(Kind kind, String... ids) {
    return new PartKey(kind, String.join("/", ids));
  }

  /** Whether the part belongs to a thing of a kind: its key is an id, or begins with it. */
  public boolean isOf(Kind kind, String id) {
    return this.kind == kind && (key.equals(id) || key.startsWith(id + "/"));
  }

  /** How messages name it. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " " + key;
  }
}
