package org.sozialradar.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.CoverageLevel;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.layer.LayerContent;
import org.sozialradar.layer.PopulationGrid;
import org.sozialradar.network.Milestone;
import org.sozialradar.network.NetworkTotal;
import org.sozialradar.store.ImportBatch;

/**
 * Collects what a data package brings and answers what it may refer to: first from itself, then
 * from what was there before. What has the same identity replaces what the builder held. Not safe
 * for use by many threads.
 */
public final class BatchBuilder implements Holdings {
  private static final Comparator<BoundaryVersion> BY_VALIDITY =
      Comparator.comparing(BoundaryVersion::validFrom).thenComparing(BoundaryVersion::id);

  private final Manifest manifest;
  private final Holdings before;
  private final Map<String, BoundaryVersion> editions = new LinkedHashMap<>();
  private final Map<String, ImportBatch.AreaSet> areas = new LinkedHashMap<>();
  private final Map<String, AreaCorrespondence> correspondences = new LinkedHashMap<>();
  private final Map<String, Indicator> indicators = new TreeMap<>();
  private final Map<String, IndicatorTable.Builder> tables = new LinkedHashMap<>();
  private final List<Milestone> milestones = new ArrayList<>();
  private final List<NetworkTotal> totals = new ArrayList<>();
  private final Map<String, LayerContent> layers = new LinkedHashMap<>();
  private final List<PopulationGrid> grids = new ArrayList<>();

  /**
   * Starts a batch with the indicators that the manifest declares.
   *
   * @throws InvalidSettingException if a declaration is wrong
   */
  public BatchBuilder(Manifest manifest, Holdings before) {
    this.manifest = manifest;
    this.before = before;
    for (var declared : manifest.radar().indicators()) {
      indicators.put(
          declared.id(), declared.toIndicator(manifest.name(), manifest.radar().themes()));
    }
  }

  /** What was there before the batch. */
  public Holdings before() {
    return before;
  }

  /** Id of the data set that the batch becomes. */
  public String datasetId() {
    return manifest.name();
  }

  public BatchBuilder putEdition(BoundaryVersion edition) {
    editions.put(edition.id(), edition);
    return this;
  }

  /** Puts the areas of a level of an edition; the edition must be known. */
  public BatchBuilder putAreas(ImportBatch.AreaSet set) {
    if (findEdition(set.edition()).isEmpty()) {
      throw new IllegalStateException("areas of the unknown edition " + set.edition());
    }
    areas.put(key(set.edition(), set.level().id()), set);
    return this;
  }

  public BatchBuilder putCorrespondence(AreaCorrespondence one) {
    correspondences.put(one.fromEdition() + ">" + one.toEdition() + "/" + one.level(), one);
    return this;
  }

  /** The table under construction for an indicator, edition and level; one for all resources. */
  public IndicatorTable.Builder table(String indicator, String edition, String level) {
    return tables.computeIfAbsent(
        indicator + "@" + key(edition, level),
        unused -> IndicatorTable.builder(indicator, edition, level, datasetId()));
  }

  public BatchBuilder addMilestones(Collection<Milestone> more) {
    milestones.addAll(more);
    return this;
  }

  public BatchBuilder addTotals(Collection<NetworkTotal> more) {
    totals.addAll(more);
    return this;
  }

  public BatchBuilder putLayer(LayerContent content) {
    layers.put(content.layer().id(), content);
    return this;
  }

  /** Puts the population grid; of several the last one is kept. */
  public BatchBuilder putGrid(PopulationGrid grid) {
    grids.clear();
    grids.add(grid);
    return this;
  }

  /** The ids of the context layers of this batch alone. */
  public Set<String> ownLayers() {
    return Set.copyOf(layers.keySet());
  }

  /** The area sets of this batch alone. */
  public List<ImportBatch.AreaSet> ownAreas() {
    return List.copyOf(areas.values());
  }

  /** The indicators that the manifest declares, by id. */
  public List<Indicator> ownIndicators() {
    return List.copyOf(indicators.values());
  }

  /** The tables of this batch alone, as they are now. */
  public List<IndicatorTable> ownTables() {
    return tables.values().stream().map(IndicatorTable.Builder::build).toList();
  }

  private static String key(String edition, String level) {
    return edition + "/" + level;
  }

  @Override
  public Optional<BoundaryVersion> findEdition(String edition) {
    return Optional.ofNullable(editions.get(edition)).or(() -> before.findEdition(edition));
  }

  @Override
  public List<BoundaryVersion> listEditions() {
    var all = new TreeMap<String, BoundaryVersion>();
    before.listEditions().forEach(edition -> all.put(edition.id(), edition));
    all.putAll(editions);
    return all.values().stream().sorted(BY_VALIDITY).toList();
  }

  @Override
  public Optional<AreaLevel> findLevel(String level) {
    return manifest.radar().levels().stream()
        .filter(declared -> declared.id().equals(level))
        .findFirst()
        .or(() -> before.findLevel(level));
  }

  @Override
  public List<AreaLevel> listLevels(String edition) {
    var levels = new TreeSet<>(before.listLevels(edition));
    areas.values().stream()
        .filter(set -> set.edition().equals(edition))
        .forEach(set -> levels.add(set.level()));
    return List.copyOf(levels);
  }

  @Override
  public List<Area> listAreas(String edition, String level) {
    var own = areas.get(key(edition, level));
    return own == null ? before.listAreas(edition, level) : own.areas();
  }

  @Override
  public List<CoverageLevel> listCoverages(String edition, String level) {
    var own = areas.get(key(edition, level));
    return own == null ? before.listCoverages(edition, level) : own.pyramid();
  }

  @Override
  public SortedSet<String> listAreaDatasets(String edition, String level) {
    var own = areas.get(key(edition, level));
    return own == null ? before.listAreaDatasets(edition, level) : own.datasets();
  }

  @Override
  public SortedSet<AreaCode> listCodes(String edition, String level) {
    var own = areas.get(key(edition, level));
    return own == null ? before.listCodes(edition, level) : StoreHoldings.codesOf(own.areas());
  }

  @Override
  public List<AreaCorrespondence> listCorrespondences() {
    return merged(
        before.listCorrespondences(),
        correspondences.values(),
        one -> one.fromEdition() + ">" + one.toEdition() + "/" + one.level());
  }

  @Override
  public List<Indicator> listIndicators() {
    return merged(before.listIndicators(), indicators.values(), Indicator::id);
  }

  @Override
  public Set<String> layerIds() {
    var ids = new TreeSet<>(before.layerIds());
    ids.addAll(layers.keySet());
    return ids;
  }

  @Override
  public Set<String> exampleDatasets() {
    var ids = new TreeSet<>(before.exampleDatasets());
    ids.remove(datasetId());
    if (manifest.radar().example()) {
      ids.add(datasetId());
    }
    return ids;
  }

  @Override
  public List<IndicatorTable> listTables(String indicator) {
    return merged(
        before.listTables(indicator),
        ownTables().stream().filter(table -> table.indicatorId().equals(indicator)).toList(),
        table -> key(table.edition(), table.level()),
        IndicatorTable::replacedBy);
  }

  private static <T> List<T> merged(
      Collection<T> older, Collection<T> newer, Function<T, String> identity) {
    return merged(older, newer, identity, (before, after) -> after);
  }

  private static <T> List<T> merged(
      Collection<T> older,
      Collection<T> newer,
      Function<T, String> identity,
      BinaryOperator<T> replacement) {
    var all = new TreeMap<String, T>();
    older.forEach(one -> all.put(identity.apply(one), one));
    newer.forEach(one -> all.merge(identity.apply(one), one, replacement));
    return List.copyOf(all.values());
  }

  /**
   * The batch.
   *
   * @param complete whether all resources of the manifest were read
   */
  public ImportBatch build(Dataset dataset, boolean complete) {
    return new ImportBatch(
        dataset,
        List.copyOf(editions.values()),
        ownAreas(),
        List.copyOf(correspondences.values()),
        ownIndicators(),
        ownTables(),
        milestones,
        totals,
        List.of(),
        List.copyOf(layers.values()),
        grids,
        complete);
  }
}
