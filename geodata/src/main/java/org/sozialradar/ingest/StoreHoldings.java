package org.sozialradar.ingest;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.CoverageLevel;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.store.GeodataStore;

/**
 * What a store holds at one revision. Codes and tables are read once; areas, which are large, each
 * time. Not safe for use by many threads.
 */
final class StoreHoldings implements Holdings {
  private final GeodataStore store;
  private final Map<String, SortedSet<AreaCode>> codes = new HashMap<>();
  private final Map<String, List<AreaLevel>> levels = new HashMap<>();
  private final Map<String, List<IndicatorTable>> tables = new HashMap<>();

  StoreHoldings(GeodataStore store) {
    this.store = store;
  }

  @Override
  public Optional<BoundaryVersion> findEdition(String edition) {
    return listEditions().stream().filter(known -> known.id().equals(edition)).findFirst();
  }

  @Override
  public List<BoundaryVersion> listEditions() {
    return store.listEditions();
  }

  @Override
  public Optional<AreaLevel> findLevel(String level) {
    return AreaLevel.BUILT_IN.stream()
        .filter(known -> known.id().equals(level))
        .findFirst()
        .or(() -> findUsedLevel(level));
  }

  private Optional<AreaLevel> findUsedLevel(String level) {
    return listEditions().stream()
        .flatMap(edition -> listLevels(edition.id()).stream())
        .filter(known -> known.id().equals(level))
        .findFirst();
  }

  @Override
  public List<AreaLevel> listLevels(String edition) {
    return levels.computeIfAbsent(edition, store::listLevels);
  }

  @Override
  public List<Area> listAreas(String edition, String level) {
    return store.listAreas(edition, level);
  }

  @Override
  public List<CoverageLevel> listCoverages(String edition, String level) {
    return store.listCoverages(edition, level);
  }

  @Override
  public SortedSet<String> listAreaDatasets(String edition, String level) {
    return store.listAreaDatasets(edition, level);
  }

  @Override
  public SortedSet<AreaCode> listCodes(String edition, String level) {
    return codes.computeIfAbsent(
        edition + "/" + level,
        unused ->
            Collections.unmodifiableSortedSet(new TreeSet<>(store.listCodes(edition, level))));
  }

  static SortedSet<AreaCode> codesOf(List<Area> areas) {
    var codes = new TreeSet<AreaCode>();
    areas.forEach(area -> codes.add(area.code()));
    return Collections.unmodifiableSortedSet(codes);
  }

  @Override
  public List<AreaCorrespondence> listCorrespondences() {
    return store.listCorrespondences();
  }

  @Override
  public List<Indicator> listIndicators() {
    return store.listIndicators();
  }

  @Override
  public Set<String> layerIds() {
    return store.listLayers().stream()
        .map(ContextLayer::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<String> exampleDatasets() {
    return store.listDatasets().stream()
        .filter(Dataset::example)
        .map(Dataset::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<IndicatorTable> listTables(String indicator) {
    return tables.computeIfAbsent(indicator, store::listTables);
  }
}
