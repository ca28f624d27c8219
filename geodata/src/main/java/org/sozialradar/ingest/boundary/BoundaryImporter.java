package org.sozialradar.ingest.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.ResourceImporter;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.feature.WantedShapes;
import org.sozialradar.ingest.format.FeatureFiles;
import org.sozialradar.store.ImportBatch.AreaSet;

/** Imports files of boundaries (kind {@code boundaries}). */
public final class BoundaryImporter implements ResourceImporter<BoundarySettings> {

  @Override
  public String kind() {
    return "boundaries";
  }

  @Override
  public Class<BoundarySettings> settingsType() {
    return BoundarySettings.class;
  }

  @Override
  public void read(ResourceInput<BoundarySettings> input, BatchBuilder batch) {
    var settings = input.settings();
    var level = Editions.level(batch, settings.level(), input.place());
    Editions.put(
        batch, settings.edition(), settings.validFrom(), settings.editionTitle(), input.place());
    var parts = parts(input);
    var areas = new AreaAssembly(input).areas(parts);
    if (input.issues().hasErrors()) {
      return;
    }
    if (areas.isEmpty()) {
      throw new InputRejectedException(BoundaryIssues.NO_AREAS.at(input.place(), ""));
    }
    var towns = new AreasOfTowns(input, batch, level);
    var whole = towns.withOtherTowns(towns.placed(areas));
    if (input.issues().hasErrors()) {
      return;
    }
    var mended = keepGroups(new CoverageMending(input).mended(whole), settings.edition(), batch);
    batch.putAreas(new AreaSet(settings.edition(), level, mended, List.of(), towns.datasets()));
    count(input, mended);
    towns.requireDerivable(settings.deriveLevels());
    derive(input, batch, mended);
  }

  /** The features of each area, placed and chosen by rule. */
  private static Map<AreaCode, List<KeyedFeature>> parts(ResourceInput<BoundarySettings> input) {
    var collector = new FeatureCollector(input);
    var reader =
        FeatureFiles.reader(
            input.file(),
            input.settings().layer(),
            input.resource().encoding(),
            WantedShapes.POLYGONS);
    String crs = reader.read(input.file(), collector);
    collector.requireColumns();
    var placed = new Placement(input, crs).place(collector.features());
    return new PartSelection(input).select(new FeatureKeys(input).byKey(placed));
  }

  /** Boundaries that are imported anew leave their areas in the groups that they are in. */
  private static List<Area> keepGroups(List<Area> areas, String edition, BatchBuilder batch) {
    var groups =
        batch.listLevels(edition).stream()
            .filter(AreaLevel::group)
            .map(AreaLevel::id)
            .collect(Collectors.toSet());
    if (groups.isEmpty()) {
      return areas;
    }
    var before =
        batch.listAreas(edition, areas.get(0).level()).stream()
            .collect(Collectors.toMap(Area::code, Area::ancestors));
    var kept = new ArrayList<Area>(areas.size());
    for (var area : areas) {
      var ancestors = new java.util.TreeMap<>(before.getOrDefault(area.code(), Map.of()));
      ancestors.keySet().retainAll(groups);
      ancestors.putAll(area.ancestors());
      kept.add(AreaChanges.ancestors(area, ancestors));
    }
    return kept;
  }

  private static void derive(
      ResourceInput<BoundarySettings> input, BatchBuilder batch, List<Area> areas) {
    var derivation = new LevelDerivation(batch, input.issues(), input.place());
    for (var id : input.settings().deriveLevels()) {
      var coarser = Editions.level(batch, id, input.place());
      var plural = coarser.plural();
      var what = new LocalizedText("Ableiten: " + plural.de(), "Deriving: " + plural.en());
      try (var step = input.progress().begin(what, -1)) {
        int number = derivation.derive(input.settings().edition(), areas, coarser);
        input.tally().add(Count.AREAS_DERIVED, number);
        step.advance(0);
      }
    }
  }

  private static void count(ResourceInput<BoundarySettings> input, List<Area> areas) {
    input.tally().add(Count.AREAS_STORED, areas.size());
    input
        .tally()
        .add(
            Count.AREAS_UNINHABITED,
            areas.stream().filter(BoundaryImporter::isUninhabited).count());
  }

  /** Areas that belong to no municipality: large forests, lakes, firing ranges. */
  static boolean isUninhabited(Area area) {
    String designation = area.designation().toLowerCase(Locale.ROOT);
    return area.attributes().getOrDefault("EWZ", "").equals("0")
        || (designation.startsWith("gemeindefreies gebiet") && !designation.endsWith(", bewohnt"));
  }

  @Override
  public void finish(ResourceInput<BoundarySettings> input, BatchBuilder batch) {
    Pyramids.complete(batch, input.progress());
    var settings = input.settings();
    HierarchyCheck.check(batch, settings.edition(), settings.level(), input.issues());
  }
}
