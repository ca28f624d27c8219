package org.sozialradar.server.incidents;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * The data sets that what is said of incidents comes from, while it is found out. For use by one
 * thread.
 */
final class IncidentSources {
  private final Snapshot snapshot;
  private final String edition;
  private final SortedSet<String> datasets = new TreeSet<>();

  /** The boundaries of an edition. */
  IncidentSources(Snapshot snapshot, String edition) {
    this.snapshot = snapshot;
    this.edition = edition;
    snapshot.findEdition(edition).ifPresent(one -> datasets.add(one.datasetId()));
  }

  /** The layer that a place rests on, if it is one of a layer that is there. */
  void addPlace(IncidentPlace place) {
    if (place.source().equals(IncidentPlace.LAYER)) {
      snapshot.findContextLayer(place.id()).ifPresent(one -> datasets.add(one.layer().datasetId()));
    }
  }

  /** Boundaries and people of areas of a level, and what says where in them people live. */
  void addAreas(String level, Residents residents, List<Residents.Inside> inside) {
    if (!inside.isEmpty()) {
      datasets.addAll(snapshot.areaDatasets(edition, level));
      datasets.addAll(residents.datasets());
      datasets.addAll(residents.datasets(inside));
    }
  }

  void addAll(Collection<String> more) {
    datasets.addAll(more);
  }

  /** Their ids; changes with this. */
  SortedSet<String> datasets() {
    return Collections.unmodifiableSortedSet(datasets);
  }
}
