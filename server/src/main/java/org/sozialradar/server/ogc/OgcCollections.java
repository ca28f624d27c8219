package org.sozialradar.server.ogc;

import java.util.ArrayList;
import java.util.List;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.snapshot.Snapshot;

/** The collections of a snapshot. */
final class OgcCollections {
  private OgcCollections() {}

  /** All collections: levels of each edition from coarse to fine, then context layers. */
  static List<OgcCollection> list(Snapshot snapshot) {
    var all = new ArrayList<OgcCollection>();
    for (var edition : snapshot.editions()) {
      for (var level : snapshot.levels(edition.id())) {
        all.add(new AreaCollection(snapshot, edition, level, TimeSpan.ALWAYS));
      }
    }
    for (var id : snapshot.contextLayers().keySet()) {
      snapshot.findContextLayer(id).ifPresent(one -> all.add(new LayerCollection(snapshot, one)));
    }
    return List.copyOf(all);
  }

  /**
   * A collection.
   *
   * @param time periods of values whose newest is taken
   * @throws ProblemException if there is none of the id
   */
  static OgcCollection get(Snapshot snapshot, String id, TimeSpan time) {
    for (var edition : snapshot.editions()) {
      for (var level : snapshot.levels(edition.id())) {
        if (AreaCollection.id(edition.id(), level.id()).equals(id)) {
          return new AreaCollection(snapshot, edition, level, time);
        }
      }
    }
    return snapshot
        .findContextLayer(id)
        .map(index -> new LayerCollection(snapshot, index))
        .orElseThrow(
            () -> ProblemException.ofParameter(ProblemType.UNKNOWN_COLLECTION, "collection", id));
  }
}
