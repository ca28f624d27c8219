package org.sozialradar.server.tiles;

import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.tile.TilePyramid;

/** Makes tiles from the snapshot that their address names. Safe for use by many threads. */
public final class TileMaker {
  /** Stands for the edition in addresses of context layers, which belong to none. */
  static final String NO_EDITION = "-";

  private final Snapshots snapshots;
  private final int maxColumns;

  /**
   * A maker.
   *
   * @param maxColumns most columns of values inside one tile
   */
  public TileMaker(Snapshots snapshots, int maxColumns) {
    this.snapshots = snapshots;
    this.maxColumns = maxColumns;
  }

  /**
   * A tile after MVT 2.1.
   *
   * @throws ProblemException if the address names what is not there
   */
  Tile make(TileAddress address, TileQuery query) {
    var snapshot = Selection.revision(snapshots, address.revision(), query.stamp());
    var pyramid = pyramid(snapshot, address.edition(), address.layer());
    var columns =
        TileColumns.of(snapshot, address.edition(), address.layer(), query.columns(), maxColumns);
    return new Tile(
        pyramid.encode(address.coord(), columns.attributes()),
        !query.stamp().isEmpty() && !columns.restOnResults());
  }

  /** A tile as it was made. */
  static final class Tile {
    private final byte[] bytes;
    private final boolean lasting;

    private Tile(byte[] bytes, boolean lasting) {
      this.bytes = bytes;
      this.lasting = lasting;
    }

    /** Its bytes, uncompressed and not to be changed; none if nothing is there. */
    byte[] bytes() {
      return bytes;
    }

    /**
     * Whether its address means it for ever: without the stamp it may come to mean the same
     * revision of another store, and results that were computed here may be erased.
     */
    boolean lasting() {
      return lasting;
    }
  }

  /** The tiles of a layer in an edition. */
  static TilePyramid pyramid(Snapshot snapshot, String edition, String layer) {
    if (edition.equals(NO_EDITION)) {
      return snapshot.findContextTiles(layer).orElseThrow(() -> unknown(layer));
    }
    if (snapshot.findEdition(edition).isEmpty()) {
      throw ProblemException.ofParameter(ProblemType.UNKNOWN_EDITION, "edition", edition);
    }
    return snapshot
        .findTiles(edition, layer)
        .or(() -> snapshot.findContextTiles(layer))
        .orElseThrow(() -> unknown(layer));
  }

  private static ProblemException unknown(String layer) {
    return ProblemException.ofParameter(ProblemType.UNKNOWN_LAYER, "layer", layer);
  }
}
