package org.sozialradar.server.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sozialradar.area.CorrespondenceGraph;
import org.sozialradar.incident.AreaShapes;
import org.sozialradar.incident.GridWeights;
import org.sozialradar.indicator.IndicatorResolution;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.layer.FacilitySupply;
import org.sozialradar.layer.LayerIndex;
import org.sozialradar.layer.PopulationGrid;
import org.sozialradar.store.PartKey;
import org.sozialradar.store.PartKey.Kind;
import org.sozialradar.tile.TilePyramid;

/**
 * What a snapshot takes over from the one before it instead of reading it again: what that one has
 * read of parts that are the same in both revisions. Immutable.
 */
final class Inheritance {
  static final Inheritance NONE = new Inheritance(Optional.empty(), Set.of(), false);

  private static final Set<Kind> MEANING_OF_VALUES =
      Set.of(
          Kind.EDITION, Kind.AREA_SET, Kind.CORRESPONDENCE, Kind.INDICATOR, Kind.INDICATOR_TABLE);

  private final Optional<Snapshot> before;
  private final Set<PartKey> changes;
  private final boolean values;

  private Inheritance(Optional<Snapshot> before, Set<PartKey> changes, boolean values) {
    this.before = before;
    this.changes = Set.copyOf(changes);
    this.values = values;
  }

  /**
   * What remains of a snapshot.
   *
   * @param changes the parts in which the next revision differs from that of the snapshot
   */
  static Inheritance of(Snapshot before, Set<PartKey> changes) {
    return new Inheritance(Optional.of(before), changes, true);
  }

  /** What remains of a snapshot without any value, as after an erasure. */
  static Inheritance ofBoundaries(Snapshot before, Set<PartKey> changes) {
    return new Inheritance(Optional.of(before), changes, false);
  }

  private boolean isUnchanged(Kind kind, String id) {
    return changes.stream().noneMatch(key -> key.isOf(kind, id));
  }

  private boolean isUnchanged(Set<Kind> kinds) {
    return changes.stream().noneMatch(key -> kinds.contains(key.kind()));
  }

  Optional<EditionAreas> areas(String edition) {
    return isUnchanged(Kind.AREA_SET, edition)
        ? before.flatMap(snapshot -> snapshot.areasRead(edition))
        : Optional.empty();
  }

  /** The tiles of a level, in which names of its areas stand. */
  Optional<TilePyramid> pyramid(String edition, String level) {
    return changes.contains(PartKey.of(Kind.AREA_SET, edition, level))
        ? Optional.empty()
        : before.flatMap(snapshot -> snapshot.pyramidRead(edition, level));
  }

  /** The boundaries of the areas of a level. */
  Optional<AreaShapes> shapes(String edition, String level) {
    return changes.contains(PartKey.of(Kind.AREA_SET, edition, level))
        ? Optional.empty()
        : before.flatMap(snapshot -> snapshot.shapesRead(edition, level));
  }

  Optional<Optional<PopulationGrid>> populationGrid() {
    return isUnchanged(Set.of(Kind.POPULATION_GRID))
        ? before.flatMap(Snapshot::populationGridRead)
        : Optional.empty();
  }

  /** How people are spread over the areas of a level, which takes their boundaries. */
  Optional<Optional<GridWeights>> gridWeights(String edition, String level) {
    boolean same =
        !changes.contains(PartKey.of(Kind.AREA_SET, edition, level))
            && isUnchanged(Set.of(Kind.POPULATION_GRID));
    return same
        ? before.flatMap(snapshot -> snapshot.gridWeightsRead(edition, level))
        : Optional.empty();
  }

  Optional<LayerIndex> contextLayer(String id) {
    return isUnchanged(Kind.CONTEXT_LAYER, id)
        ? before.flatMap(snapshot -> snapshot.contextLayerRead(id))
        : Optional.empty();
  }

  Optional<TilePyramid> contextTiles(String id) {
    return isUnchanged(Kind.CONTEXT_LAYER, id)
        ? before.flatMap(snapshot -> snapshot.contextTilesRead(id))
        : Optional.empty();
  }

  /** What was counted of facilities, which takes boundaries and all layers. */
  Optional<FacilitySupply> facilities(String edition, String level) {
    boolean same =
        !changes.contains(PartKey.of(Kind.AREA_SET, edition, level))
            && isUnchanged(Set.of(Kind.CONTEXT_LAYER));
    return same
        ? before.flatMap(snapshot -> snapshot.facilitiesRead(edition, level))
        : Optional.empty();
  }

  Optional<CorrespondenceGraph> crosswalks() {
    return isUnchanged(Set.of(Kind.CORRESPONDENCE))
        ? before.flatMap(Snapshot::crosswalksRead)
        : Optional.empty();
  }

  Optional<List<IndicatorTable>> tables(String indicator) {
    return values && isUnchanged(Kind.INDICATOR_TABLE, indicator)
        ? before.flatMap(snapshot -> snapshot.tablesRead(indicator))
        : Optional.empty();
  }

  /** All answers of indicators, with what was computed for them. */
  Optional<IndicatorResolution> resolution() {
    return values && isUnchanged(MEANING_OF_VALUES)
        ? before.flatMap(Snapshot::resolutionRead)
        : Optional.empty();
  }
}
