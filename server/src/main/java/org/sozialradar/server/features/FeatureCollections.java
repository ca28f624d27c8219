package org.sozialradar.server.features;

import java.util.ArrayList;
import java.util.List;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.snapshot.Snapshot;

/** The collections of a snapshot. */
public final class FeatureCollections {
  private FeatureCollections() {}

  /** All collections: levels of each edition from coarse to fine, then context layers. */
  public static List<FeatureCollection> list(Snapshot snapshot) {
    var all = new ArrayList<FeatureCollection>();
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
  public static FeatureCollection get(Snapshot snapshot, String id, TimeSpan time) {
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
