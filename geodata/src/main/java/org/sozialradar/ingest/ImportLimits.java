package org.sozialradar.ingest;

/**
 * What an import accepts at most; guards against files that are made to exhaust the machine.
 *
 * @param manifestBytes size of a manifest
 * @param unpackedBytes size of what one compressed file unpacks to; small files may unpack to less,
 *     see {@link #unpackedBytes(long)}
 * @param archiveEntries files in one archive
 * @param rows rows of one table
 * @param columns columns of one table
 * @param cellCharacters length of one cell
 * @param vertices vertices of one file of features
 */
public record ImportLimits(
    long manifestBytes,
    long unpackedBytes,
    int archiveEntries,
    long rows,
    int columns,
    int cellCharacters,
    long vertices) {
  /**
   * A national user's files with room to grow; sixteen times the vertices of the municipalities of
   * Germany in full detail.
   */
  public static final ImportLimits STANDARD =
      new ImportLimits(4L << 20, 4L << 30, 10_000, 20_000_000L, 2_000, 100_000, 30_000_000);

  public ImportLimits {
    if (manifestBytes < 1
        || unpackedBytes < 1
        || archiveEntries < 1
        || rows < 1
        || columns < 1
        || cellCharacters < 1
        || vertices < 1) {
      throw new IllegalArgumentException("a limit must be positive");
    }
  }

  /** A file below this size may unpack to any multiple of its own. */
  private static final long ALWAYS_ALLOWED = 64L << 20;

  /** Real tables and geometries shrink to a tenth to a hundredth, zeros to a thousandth. */
  private static final long MOST_DENSE = 250;

  /** What a compressed file of the given size may unpack to. */
  public long unpackedBytes(long packed) {
    return Math.min(unpackedBytes, Math.max(ALWAYS_ALLOWED, packed * MOST_DENSE));
  }
}
