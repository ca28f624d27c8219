package org.sozialradar.server.snapshot;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.CorrespondenceGraph;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.incident.AreaShapes;
import org.sozialradar.incident.GridWeights;
import org.sozialradar.indicator.ColumnNames;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorResolution;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.layer.FacilitySupply;
import org.sozialradar.layer.LayerIndex;
import org.sozialradar.layer.LayerRole;
import org.sozialradar.layer.PopulationGrid;
import org.sozialradar.network.Milestone;
import org.sozialradar.network.NetworkTotal;
import org.sozialradar.store.Revision;
import org.sozialradar.store.RevisionParts;
import org.sozialradar.tile.TilePyramid;

/**
 * All that the server answers with from one revision of the store. Immutable to those who ask, and
 * safe for use by many threads: what is large is read when it is first asked for, from the same
 * revision or not at all.
 *
 * <p>Every method may throw {@link org.sozialradar.store.StoreException} while parts are still to
 * be read.
 */
public final class Snapshot {
  /** Name of the layer of points with the milestones. */
  public static final String NETWORK_LAYER = "network";

  private final SnapshotReader reader;
  private final RevisionParts parts;
  private final SortedMap<String, Dataset> datasets;
  private final Map<String, BoundaryVersion> editions;
  private final Map<String, List<AreaLevel>> levels;
  private final Map<String, Map<String, SortedSet<String>>> areaDatasets;
  private final SortedMap<String, Indicator> indicators;
  private final ColumnNames columnNames;
  private final List<Milestone> milestones;
  private final List<NetworkTotal> totals;
  private final Results results;
  private final SortedMap<String, ContextLayer> contextLayers;
  private final Map<String, Lazy<LayerIndex>> contextIndexes = new LinkedHashMap<>();
  private final Map<String, Lazy<TilePyramid>> contextTiles = new LinkedHashMap<>();
  private final Map<String, Lazy<EditionAreas>> areas = new LinkedHashMap<>();
  private final Map<LayerKey, Lazy<TilePyramid>> layers = new LinkedHashMap<>();
  private final Map<LayerKey, Lazy<FacilitySupply>> facilities = new LinkedHashMap<>();
  private final Map<LayerKey, Lazy<AreaShapes>> shapes = new LinkedHashMap<>();
  private final Lazy<Optional<PopulationGrid>> populationGrid;
  private final Map<LayerKey, Lazy<Optional<GridWeights>>> gridWeights = new LinkedHashMap<>();
  private final Map<String, Lazy<List<IndicatorTable>>> tables = new LinkedHashMap<>();
  private final Lazy<CorrespondenceGraph> crosswalks;
  private final Lazy<IndicatorResolution> resolution;
  private final Lazy<String> defaultEdition;
  private volatile boolean whole;

  private record LayerKey(String edition, String layer) {}

  /**
   * A snapshot that reads what it does not inherit. It holds what it inherits and not the snapshot
   * that it comes from: else none would ever be free.
   */
  Snapshot(SnapshotReader reader, SnapshotReader.Base base, Inheritance inheritance) {
    this.reader = reader;
    parts = base.parts();
    datasets = byId(base.datasets(), Dataset::id);
    editions = new LinkedHashMap<>();
    base.editions().forEach(edition -> editions.put(edition.id(), edition));
    levels = base.levels();
    areaDatasets = base.areaDatasets();
    indicators = byId(base.indicators(), Indicator::id);
    columnNames = ColumnNames.of(indicators.keySet(), levelIds());
    milestones = base.milestones();
    totals = base.totals();
    results = new Results(base.methods(), base.erasures());
    contextLayers = byId(base.contextLayers(), ContextLayer::id);
    contextLayers.values().forEach(layer -> addContextLayer(reader, layer, inheritance));
    populationGrid = new Lazy<>(inheritance.populationGrid(), reader::populationGrid);
    editions.keySet().forEach(edition -> addEdition(reader, edition, inheritance));
    indicators.keySet().forEach(id -> addTables(reader, id, inheritance));
    crosswalks = new Lazy<>(inheritance.crosswalks(), reader::crosswalks);
    resolution = new Lazy<>(inheritance.resolution(), this::makeResolution);
    defaultEdition = new Lazy<>(() -> DefaultEdition.of(this));
  }

  private Set<String> levelIds() {
    var ids = new TreeSet<String>();
    levels.values().forEach(some -> some.forEach(level -> ids.add(level.id())));
    return ids;
  }

  private void addEdition(SnapshotReader reader, String edition, Inheritance inheritance) {
    areas.put(
        edition,
        new Lazy<>(inheritance.areas(edition), () -> reader.areas(edition, levels.get(edition))));
    for (var level : levels.get(edition)) {
      gridWeights.put(
          new LayerKey(edition, level.id()),
          new Lazy<>(
              inheritance.gridWeights(edition, level.id()),
              () -> makeGridWeights(edition, level.id())));
      shapes.put(
          new LayerKey(edition, level.id()),
          new Lazy<>(
              inheritance.shapes(edition, level.id()), () -> reader.shapes(edition, level.id())));
      layers.put(
          new LayerKey(edition, level.id()),
          new Lazy<>(
              inheritance.pyramid(edition, level.id()),
              () -> reader.pyramid(edition, level.id(), areas(edition))));
      facilities.put(
          new LayerKey(edition, level.id()),
          new Lazy<>(
              inheritance.facilities(edition, level.id()),
              () -> reader.facilities(edition, level.id(), facilityLayers())));
    }
    layers.put(
        new LayerKey(edition, NETWORK_LAYER),
        new Lazy<>(() -> NetworkLayer.of(milestones, areas(edition))));
  }

  private void addContextLayer(SnapshotReader reader, ContextLayer layer, Inheritance inheritance) {
    String id = layer.id();
    var index = new Lazy<>(inheritance.contextLayer(id), () -> reader.contextLayer(layer));
    contextIndexes.put(id, index);
    contextTiles.put(
        id, new Lazy<>(inheritance.contextTiles(id), () -> ContextTiles.of(index.get())));
  }

  private void addTables(SnapshotReader reader, String id, Inheritance inheritance) {
    tables.put(id, new Lazy<>(inheritance.tables(id), () -> reader.tables(id)));
  }

  private IndicatorResolution makeResolution() {
    var all = tables.values().stream().map(Lazy::get).flatMap(List::stream).toList();
    return SnapshotReader.resolution(this, all);
  }

  private static <T> SortedMap<String, T> byId(
      Collection<T> things, java.util.function.Function<T, String> id) {
    var map = new TreeMap<String, T>();
    things.forEach(thing -> map.put(id.apply(thing), thing));
    return Collections.unmodifiableSortedMap(map);
  }

  public Revision revision() {
    return parts.revision();
  }

  /** The parts of the revision. */
  RevisionParts parts() {
    return parts;
  }

  /**
   * Tells the revision from one of the same number in another store, such as one that was made
   * anew: addresses that may be kept for ever carry it.
   */
  public String stamp() {
    return Long.toString(revision().createdAt().getEpochSecond(), Character.MAX_RADIX);
  }

  /** All data sets by id. */
  public SortedMap<String, Dataset> datasets() {
    return datasets;
  }

  /** All editions by validity, then id. */
  public Collection<BoundaryVersion> editions() {
    return Collections.unmodifiableCollection(editions.values());
  }

  public Optional<BoundaryVersion> findEdition(String id) {
    return Optional.ofNullable(editions.get(id));
  }

  /** Id of the edition that is shown if nobody asks for another; empty if there is none. */
  public String defaultEdition() {
    return defaultEdition.get();
  }

  /** The levels of an edition, from coarse to fine; empty for an unknown edition. */
  public List<AreaLevel> levels(String edition) {
    return levels.getOrDefault(edition, List.of());
  }

  /** Ids of the data sets that the areas of a level come from; empty if there are no such areas. */
  public SortedSet<String> areaDatasets(String edition, String level) {
    var known = areaDatasets.getOrDefault(edition, Map.of()).get(level);
    if (known == null) {
      return Collections.emptySortedSet();
    }
    return known.isEmpty() ? new TreeSet<>(Set.of(editions.get(edition).datasetId())) : known;
  }

  /**
   * The areas of an edition.
   *
   * @throws IllegalArgumentException for an unknown edition
   */
  public EditionAreas areas(String edition) {
    var found = areas.get(edition);
    if (found == null) {
      throw new IllegalArgumentException("no edition " + edition);
    }
    return found.get();
  }

  /** The tiles of a level or of the network's milestones in an edition. */
  public Optional<TilePyramid> findTiles(String edition, String layer) {
    return Optional.ofNullable(layers.get(new LayerKey(edition, layer))).map(Lazy::get);
  }

  /**
   * The boundaries of a level as they were imported, to be cut with other shapes. They are read
   * when they are first asked for, not with the rest: few ask, and they take much memory.
   *
   * @throws IllegalArgumentException for an unknown edition or level
   */
  public AreaShapes shapes(String edition, String level) {
    var found = shapes.get(new LayerKey(edition, level));
    if (found == null) {
      throw new IllegalArgumentException("no level " + level + " in edition " + edition);
    }
    return found.get();
  }

  /**
   * Boundaries of some areas, for those who pass through all and keep none: the shapes of a country
   * are more than some servers can hold. Areas without a place are left out.
   *
   * @param codes some hundreds at most
   */
  public Map<AreaCode, Geometry> boundaries(String edition, String level, List<AreaCode> codes) {
    return shapesRead(edition, level)
        .map(held -> held.find(codes))
        .orElseGet(() -> reader.boundaries(edition, level, codes));
  }

  private Optional<GridWeights> makeGridWeights(String edition, String level) {
    return populationGrid.get().map(grid -> new GridWeights(grid, shapes(edition, level)));
  }

  /**
   * How the people of the areas of a level are spread by the population grid; empty if there is
   * none. Read when it is first asked for, as boundaries are.
   */
  public Optional<GridWeights> findGridWeights(String edition, String level) {
    return Optional.ofNullable(gridWeights.get(new LayerKey(edition, level))).flatMap(Lazy::get);
  }

  /** All context layers by id. */
  public SortedMap<String, ContextLayer> contextLayers() {
    return contextLayers;
  }

  /** A context layer with its features, found by place. */
  public Optional<LayerIndex> findContextLayer(String id) {
    return Optional.ofNullable(contextIndexes.get(id)).map(Lazy::get);
  }

  /** The tiles of a context layer, which belongs to no edition. */
  public Optional<TilePyramid> findContextTiles(String id) {
    return Optional.ofNullable(contextTiles.get(id)).map(Lazy::get);
  }

  private List<LayerIndex> facilityLayers() {
    return contextLayers.values().stream()
        .filter(layer -> layer.role() == LayerRole.FACILITY)
        .map(layer -> contextIndexes.get(layer.id()).get())
        .toList();
  }

  /** Which facilities stand in the areas of a level, and how far the nearest are. */
  public Optional<FacilitySupply> findFacilities(String edition, String level) {
    return Optional.ofNullable(facilities.get(new LayerKey(edition, level))).map(Lazy::get);
  }

  /** All indicators by id. */
  public SortedMap<String, Indicator> indicators() {
    return indicators;
  }

  /** What the columns of indicators are called in tables with many of them. */
  public ColumnNames columnNames() {
    return columnNames;
  }

  /** How the areas of editions became those of others. */
  public CorrespondenceGraph crosswalks() {
    return crosswalks.get();
  }

  /** What indicators answer where. */
  public IndicatorResolution resolution() {
    return resolution.get();
  }

  /** The values of an indicator on a level of an edition, if there are any. */
  public Optional<PublishedTable> findTable(String indicator, String edition, String level) {
    return resolution().find(indicator, edition, level).map(results.rule(indicator)::publish);
  }

  /** What was computed here from answers, models and other indicators. */
  public Results results() {
    return results;
  }

  /**
   * Whether values of an indicator come, or may come, from results that were computed here: such
   * values may be erased, so nobody may keep them without asking.
   */
  public boolean restsOnResults(String indicator) {
    return results.isResult(indicator)
        || resolution().datasets(indicator).stream().anyMatch(results.datasets()::contains);
  }

  public List<Milestone> milestones() {
    return milestones;
  }

  public List<NetworkTotal> totals() {
    return totals;
  }

  // What has been read so far, for the snapshot that comes after.

  Optional<EditionAreas> areasRead(String edition) {
    return read(areas.get(edition));
  }

  Optional<TilePyramid> pyramidRead(String edition, String level) {
    return read(layers.get(new LayerKey(edition, level)));
  }

  Optional<AreaShapes> shapesRead(String edition, String level) {
    return read(shapes.get(new LayerKey(edition, level)));
  }

  Optional<Optional<PopulationGrid>> populationGridRead() {
    return populationGrid.find();
  }

  Optional<Optional<GridWeights>> gridWeightsRead(String edition, String level) {
    return read(gridWeights.get(new LayerKey(edition, level)));
  }

  Optional<List<IndicatorTable>> tablesRead(String indicator) {
    return read(tables.get(indicator));
  }

  Optional<LayerIndex> contextLayerRead(String id) {
    return read(contextIndexes.get(id));
  }

  Optional<TilePyramid> contextTilesRead(String id) {
    return read(contextTiles.get(id));
  }

  Optional<FacilitySupply> facilitiesRead(String edition, String level) {
    return read(facilities.get(new LayerKey(edition, level)));
  }

  Optional<CorrespondenceGraph> crosswalksRead() {
    return crosswalks.find();
  }

  Optional<IndicatorResolution> resolutionRead() {
    return resolution.find();
  }

  private static <T> Optional<T> read(Lazy<T> part) {
    return Optional.ofNullable(part).flatMap(Lazy::find);
  }

  /** Whether all has been read, so that the store is no longer needed. */
  public boolean isWhole() {
    return whole;
  }

  /** Reads all that was not read yet, so that the snapshot no longer needs the store. */
  void readAll() {
    if (whole) {
      return;
    }
    areas.values().forEach(Lazy::get);
    layers.values().forEach(Lazy::get);
    contextTiles.values().forEach(Lazy::get);
    contextIndexes.values().forEach(Lazy::get);
    resolution.get();
    // Boundaries are read a second time for it: of editions that few ask for, when somebody does.
    levels(defaultEdition()).forEach(level -> findFacilities(defaultEdition(), level.id()));
    whole = true;
  }
}
