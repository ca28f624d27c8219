package org.sozialradar.server.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.Origin;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.EditionAreas;
import org.sozialradar.server.snapshot.Peers;
import org.sozialradar.server.snapshot.Snapshot;

/** Makes the catalogue of a snapshot. */
final class Catalogs {
  private Catalogs() {}

  /**
   * The catalogue.
   *
   * @param root path below which clients see the server, without a slash at the end
   */
  static Catalog of(Snapshot snapshot, String root) {
    return new Catalog(
        snapshot.revision().number(),
        snapshot.stamp(),
        snapshot.datasets().values().stream().anyMatch(Dataset::example),
        snapshot.defaultEdition(),
        Peers.findPopulation(snapshot).orElse(null),
        snapshot.editions().stream().map(edition -> edition(snapshot, edition, root)).toList(),
        levels(snapshot),
        themes(snapshot),
        snapshot.datasets().values().stream().map(Catalogs::dataset).toList(),
        indicators(snapshot, root),
        snapshot.contextLayers().values().stream().map(one -> layer(snapshot, one, root)).toList());
  }

  private static Catalog.LayerEntry layer(Snapshot snapshot, ContextLayer layer, String root) {
    var dataset = snapshot.datasets().get(layer.datasetId());
    return new Catalog.LayerEntry(
        layer.id(),
        layer.title(),
        layer.geometry().label(),
        layer.role().label(),
        layer.facility().isEmpty() ? null : layer.facility(),
        layer.nameAttribute().isEmpty() ? null : layer.nameAttribute(),
        dataset.id(),
        dataset.example(),
        dataset.attribution(),
        root + "/tiles/" + layer.id() + ".json");
  }

  static List<Catalog.Level> levels(Snapshot snapshot) {
    var all = new TreeSet<AreaLevel>();
    snapshot.editions().forEach(edition -> all.addAll(snapshot.levels(edition.id())));
    return all.stream()
        .map(
            level ->
                new Catalog.Level(
                    level.id(), level.name(), level.plural(), level.rank(), level.group()))
        .toList();
  }

  static List<Catalog.IndicatorEntry> indicators(Snapshot snapshot, String root) {
    return snapshot.indicators().values().stream()
        .map(indicator -> indicator(snapshot, indicator, root))
        .toList();
  }

  private static Catalog.Edition edition(Snapshot snapshot, BoundaryVersion edition, String root) {
    return new Catalog.Edition(
        edition.id(),
        edition.validFrom().toString(),
        edition.title(),
        edition.datasetId(),
        snapshot.levels(edition.id()).stream()
            .map(level -> level(snapshot, edition.id(), level, root))
            .toList());
  }

  private static Catalog.EditionLevel level(
      Snapshot snapshot, String edition, AreaLevel one, String root) {
    String level = one.id();
    var areas = snapshot.areas(edition).list(level).values();
    var box = snapshot.areas(edition).box(level);
    boolean drawn = !box.isEmpty();
    return new Catalog.EditionLevel(
        level,
        areas.size(),
        areas.stream().filter(area -> !area.hasGeometry()).count(),
        drawn ? box : null,
        drawn ? root + "/tiles/" + level + ".json?edition=" + edition : null,
        List.copyOf(snapshot.areaDatasets(edition, level)),
        one.group() || one.rank() <= AreaLevel.MUNICIPALITY.rank()
            ? null
            : towns(snapshot.areas(edition), level));
  }

  private static List<String> towns(EditionAreas areas, String level) {
    String town = AreaLevel.MUNICIPALITY.id();
    return areas.list(level).values().stream()
        .flatMap(area -> Optional.ofNullable(area.ancestors().get(town)).stream())
        .distinct()
        .map(code -> areas.find(town, code).map(AreaEntry::name).orElseGet(code::value))
        .sorted()
        .toList();
  }

  private static List<Catalog.Theme> themes(Snapshot snapshot) {
    var themes = new LinkedHashMap<String, Catalog.Theme>();
    for (var indicator : snapshot.indicators().values()) {
      var theme = indicator.theme();
      themes.putIfAbsent(theme.id(), new Catalog.Theme(theme.id(), theme.name()));
    }
    return List.copyOf(themes.values());
  }

  private static Catalog.DatasetEntry dataset(Dataset dataset) {
    return new Catalog.DatasetEntry(
        dataset.id(),
        dataset.title(),
        dataset.publisher(),
        dataset.licence(),
        dataset.attribution(),
        dataset.vintage(),
        dataset.example(),
        dataset.files(),
        dataset.importedAt().toString());
  }

  static Catalog.IndicatorEntry indicator(Snapshot snapshot, Indicator indicator, String root) {
    var resolution = snapshot.resolution();
    var origin = origin(snapshot, indicator.id());
    return new Catalog.IndicatorEntry(
        indicator.id(),
        indicator.name(),
        indicator.description(),
        new Catalog.Unit(indicator.unit().id(), indicator.unit().symbol()),
        indicator.decimals(),
        lower(indicator.polarity()),
        lower(indicator.measure().kind()),
        indicator.findMiddle().isPresent() ? indicator.middle() : null,
        indicator.theme().id(),
        indicator.datasetId(),
        origin.map(Origin::level).orElse(null),
        origin.map(Origin::edition).orElse(null),
        indicator.isDerived() ? indicator.formula() : null,
        resolution.levels(indicator.id()),
        resolution.editions(indicator.id()),
        resolution.periods(indicator.id()).stream().map(ReferencePeriod::id).toList(),
        isExample(snapshot, indicator),
        result(snapshot, indicator.id(), root));
  }

  private static Catalog.Result result(Snapshot snapshot, String indicator, String root) {
    return snapshot
        .results()
        .findNewest(indicator)
        .map(
            method ->
                new Catalog.Result(
                    method.kind().label(),
                    "%s/api/methods/%s?period=%s".formatted(root, indicator, method.period().id())))
        .orElse(null);
  }

  /** Whether any of its values are invented, or computed from such. */
  private static boolean isExample(Snapshot snapshot, Indicator indicator) {
    return snapshot.datasets().get(indicator.datasetId()).example()
        || snapshot.resolution().datasets(indicator.id()).stream()
            .anyMatch(id -> snapshot.datasets().get(id).example());
  }

  /** Where the newest values on the finest level of the newest edition come from. */
  private static Optional<Origin> origin(Snapshot snapshot, String indicator) {
    var editions = snapshot.resolution().editions(indicator);
    if (editions.isEmpty()) {
      return Optional.empty();
    }
    String edition = editions.get(editions.size() - 1);
    var levels = snapshot.resolution().levels(indicator, edition);
    return snapshot
        .findTable(indicator, edition, levels.get(levels.size() - 1))
        .filter(table -> !table.periods().isEmpty())
        .map(table -> table.origin(table.periods().get(table.periods().size() - 1)));
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
