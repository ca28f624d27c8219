package org.sozialradar.server.tiles;

import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.tile.TilePyramid;

/** Makes tiles from the snapshot that their address names. Safe for use by many threads. */
public final class TileMaker {
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
   * A tile after MVT 2.1, uncompressed; no bytes if nothing is there.
   *
   * @throws ProblemException if the address names what is not there
   */
  byte[] make(TileAddress address, TileQuery query) {
    var snapshot = Selection.revision(snapshots, address.revision(), query.stamp());
    var pyramid = pyramid(snapshot, address.edition(), address.layer());
    var columns =
        TileColumns.of(snapshot, address.edition(), address.layer(), query.columns(), maxColumns);
    return pyramid.encode(address.coord(), columns.attributes());
  }

  /** The tiles of a layer in an edition. */
  static TilePyramid pyramid(Snapshot snapshot, String edition, String layer) {
    if (snapshot.findEdition(edition).isEmpty()) {
      throw ProblemException.ofParameter(ProblemType.UNKNOWN_EDITION, "edition", edition);
    }
    return snapshot
        .findTiles(edition, layer)
        .orElseThrow(() -> ProblemException.ofParameter(ProblemType.UNKNOWN_LAYER, "layer", layer));
  }
}
