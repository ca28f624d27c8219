package org.sozialradar.ingest;

import java.util.Set;
import java.util.TreeSet;

/** Levels of areas and context layers are layers of tiles alike: none may have another's name. */
final class LayerNames {
  static final IssueType TAKEN =
      IssueType.error(
          "layer-id-taken",
          "„%s“ ist schon der Name einer Ebene von Gebieten oder Karten; eine der beiden braucht"
              + " einen anderen.",
          "'%s' is already the name of a level of areas or of a layer of the map; one of the two"
              + " needs another.");

  /** Layers that the server makes itself. */
  private static final Set<String> RESERVED = Set.of("network");

  private LayerNames() {}

  static void check(BatchBuilder batch, ImportIssues issues) {
    var own = batch.ownLayers();
    var taken = new TreeSet<String>();
    if (!own.isEmpty()) {
      taken.addAll(batch.levelIds());
      taken.addAll(RESERVED);
      taken.retainAll(own);
    }
    var layers = batch.layerIds();
    batch.ownAreas().stream()
        .map(set -> set.level().id())
        .filter(layers::contains)
        .forEach(taken::add);
    taken.forEach(name -> issues.add(TAKEN.at(IssuePlace.NONE, name, name)));
  }
}
