package org.sozialradar.server.snapshot;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaHierarchy;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.CorrespondenceGraph;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.incident.AreaShapes;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorResolution;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.layer.FacilitySupply;
import org.sozialradar.layer.LayerContent;
import org.sozialradar.layer.LayerIndex;
import org.sozialradar.layer.PopulationGrid;
import org.sozialradar.network.Milestone;
import org.sozialradar.network.NetworkTotal;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.store.Erasure;
import org.sozialradar.store.GeodataReader;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.RevisionParts;
import org.sozialradar.store.UnknownRevisionException;
import org.sozialradar.tile.TilePyramid;

/** Reads the parts of a snapshot, each from the revision that the snapshot is of. */
final class SnapshotReader {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotReader.class);

  private final GeodataStore store;
  private final long revision;

  /** What is small and read at once. */
  record Base(
      RevisionParts parts,
      List<Dataset> datasets,
      List<BoundaryVersion> editions,
      Map<String, List<AreaLevel>> levels,
      Map<String, Map<String, SortedSet<String>>> areaDatasets,
      List<Indicator> indicators,
      List<Milestone> milestones,
      List<NetworkTotal> totals,
      List<ContextLayer> contextLayers,
      List<MethodDocument> methods,
      List<Erasure> erasures) {}

  private SnapshotReader(GeodataStore store, long revision) {
    this.store = store;
    this.revision = revision;
  }

  /** The snapshot of the store's newest revision. */
  static Snapshot read(GeodataStore store) {
    var snapshot = read(store, reader -> Inheritance.NONE);
    warnOfRenamed(snapshot, Map.of());
    return snapshot;
  }

  /**
   * The snapshot of the store's newest revision, which takes over what has not changed.
   *
   * @param before snapshot of another revision of the store
   */
  static Snapshot readAfter(Snapshot before, GeodataStore store) {
    var snapshot = read(store, reader -> inheritance(before, reader));
    warnOfRenamed(snapshot, before.columnNames().renamed());
    return snapshot;
  }

  /** Imports refuse such ids; stores from before they did may hold them, and computed ones. */
  private static void warnOfRenamed(Snapshot snapshot, Map<String, String> known) {
    var names = snapshot.columnNames();
    new TreeMap<>(names.renamed())
        .forEach(
            (id, name) -> {
              if (!known.containsKey(id)) {
                LOG.warn(
                    "the columns of the indicator '{}' are called '{}' in tables and features, as"
                        + " '{}' has columns of that name: give the indicator another id",
                    id,
                    name,
                    names.findClash(id).orElseThrow());
              }
            });
  }

  /**
   * The snapshot of an older revision, which shares what is the same in a newer one.
   *
   * @throws UnknownRevisionException if the store does not keep it
   */
  static Snapshot readBefore(Snapshot newer, GeodataStore store, long revision) {
    return store.read(revision, reader -> snapshot(store, reader, inheritance(newer, reader)));
  }

  /** Of values nothing is taken over if some were erased since: what was read may hold them. */
  private static Inheritance inheritance(Snapshot from, GeodataReader reader) {
    boolean erased = !from.results().erasures().containsAll(reader.listErasures());
    return reader
        .findChanges(from.parts())
        .map(
            changes ->
                erased ? Inheritance.ofBoundaries(from, changes) : Inheritance.of(from, changes))
        .orElse(Inheritance.NONE);
  }

  private static Snapshot read(
      GeodataStore store, Function<GeodataReader, Inheritance> inheritance) {
    return store.read(reader -> snapshot(store, reader, inheritance.apply(reader)));
  }

  /** What is read at once is of one revision, as it is read in one transaction. */
  private static Snapshot snapshot(
      GeodataStore store, GeodataReader reader, Inheritance inheritance) {
    var base = base(reader);
    long revision = base.parts().revision().number();
    return new Snapshot(new SnapshotReader(store, revision), base, inheritance);
  }

  private static Base base(GeodataReader reader) {
    var editions = reader.listEditions();
    var levels = new HashMap<String, List<AreaLevel>>();
    var areaDatasets = new HashMap<String, Map<String, SortedSet<String>>>();
    for (var edition : editions) {
      levels.put(edition.id(), reader.listLevels(edition.id()));
      areaDatasets.put(edition.id(), areaDatasets(edition.id(), levels, reader));
    }
    return new Base(
        reader.parts(),
        reader.listDatasets(),
        editions,
        levels,
        areaDatasets,
        reader.listIndicators(),
        reader.listMilestones(),
        reader.listNetworkTotals(),
        reader.listLayers(),
        reader.listMethodDocuments(),
        reader.listErasures());
  }

  private static Map<String, SortedSet<String>> areaDatasets(
      String edition, Map<String, List<AreaLevel>> levels, GeodataReader reader) {
    var byLevel = new HashMap<String, SortedSet<String>>();
    levels
        .get(edition)
        .forEach(level -> byLevel.put(level.id(), reader.listAreaDatasets(edition, level.id())));
    return byLevel;
  }

  /** Asks the store, if it still keeps the revision of the snapshot. */
  private <T> T ask(Function<GeodataReader, T> question) {
    try {
      return store.read(revision, question);
    } catch (UnknownRevisionException pruned) {
      // The next snapshot is on its way; nobody asked for what is not there.
      throw ProblemException.of(ProblemType.STARTING);
    }
  }

  EditionAreas areas(String edition, List<AreaLevel> levels) {
    return ask(
        reader -> {
          var areas = new LinkedHashMap<AreaLevel, List<Area>>();
          levels.forEach(level -> areas.put(level, reader.listAreas(edition, level.id())));
          return new EditionAreas(areas);
        });
  }

  /** The boundaries of a level as they were imported, not generalised. */
  AreaShapes shapes(String edition, String level) {
    var geometries = new HashMap<AreaCode, Geometry>();
    ask(reader -> reader.listAreas(edition, level))
        .forEach(area -> geometries.put(area.code(), area.geometry()));
    return AreaShapes.of(level, geometries);
  }

  Map<AreaCode, Geometry> boundaries(String edition, String level, List<AreaCode> codes) {
    return ask(reader -> reader.findBoundaries(edition, level, codes));
  }

  TilePyramid pyramid(String edition, String level, EditionAreas areas) {
    var names = new HashMap<AreaCode, String>();
    areas.list(level).forEach((code, area) -> names.put(code, area.name()));
    return TilePyramid.ofCoverage(
        level, ask(reader -> reader.listCoverages(edition, level)), names);
  }

  FacilitySupply facilities(String edition, String level, List<LayerIndex> layers) {
    var boundaries = new HashMap<AreaCode, Geometry>();
    if (layers.isEmpty()) {
      // Boundaries of a country are read in seconds, and nothing would be counted in them.
      return FacilitySupply.of(boundaries, layers);
    }
    ask(reader -> reader.listAreas(edition, level))
        .forEach(area -> boundaries.put(area.code(), area.geometry()));
    return FacilitySupply.of(boundaries, layers);
  }

  Optional<PopulationGrid> populationGrid() {
    return ask(GeodataReader::findPopulationGrid);
  }

  LayerIndex contextLayer(ContextLayer layer) {
    return LayerIndex.of(new LayerContent(layer, ask(reader -> reader.listFeatures(layer.id()))));
  }

  CorrespondenceGraph crosswalks() {
    return CorrespondenceGraph.of(ask(GeodataReader::listCorrespondences));
  }

  List<IndicatorTable> tables(String indicator) {
    return ask(reader -> reader.listTables(indicator));
  }

  static IndicatorResolution resolution(Snapshot snapshot, List<IndicatorTable> tables) {
    var hierarchies = new HashMap<String, AreaHierarchy>();
    snapshot
        .editions()
        .forEach(
            edition -> hierarchies.put(edition.id(), snapshot.areas(edition.id()).hierarchy()));
    return IndicatorResolution.of(
        snapshot.indicators().values(),
        tables,
        snapshot.editions(),
        hierarchies,
        snapshot.crosswalks());
  }
}
