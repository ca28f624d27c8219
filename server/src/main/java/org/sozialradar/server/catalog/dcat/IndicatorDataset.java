package org.sozialradar.server.catalog.dcat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.export.feature.FeatureFormat;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.indicator.ResolvedTable;
import org.sozialradar.server.features.AreaCollection;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * An indicator on a level of areas as a data set: the newest edition in which it is answered there.
 */
final class IndicatorDataset {
  /** Further themes of the vocabulary by ours; all are also about regions and cities. */
  private static final Map<String, List<String>> FURTHER =
      Map.ofEntries(
          Map.entry("people", List.of("SOCI")),
          Map.entry("households", List.of("SOCI")),
          Map.entry("social", List.of("SOCI")),
          Map.entry("cohesion", List.of("SOCI")),
          Map.entry("participation", List.of("GOVE", "SOCI")),
          Map.entry("economy", List.of("ECON")),
          Map.entry("work", List.of("ECON", "SOCI")),
          Map.entry("safety", List.of("JUST")),
          Map.entry("health", List.of("HEAL")),
          Map.entry("education", List.of("EDUC")),
          Map.entry("environment", List.of("ENVI")),
          Map.entry("land", List.of("ENVI")),
          Map.entry("traffic", List.of("TRAN")));

  private static final LocalizedText ALL =
      new LocalizedText(
          "Alle Perioden in Spalten, mit Status und Intervall",
          "All periods as columns, with status and interval");
  private static final LocalizedText NEWEST =
      new LocalizedText(
          "Werte der neuesten Periode; Adressen für andere Perioden nennt der Dienst",
          "Values of the newest period; the service tells how to ask for others");

  private final Snapshot snapshot;
  private final Indicator indicator;
  private final AreaLevel level;
  private final ResolvedTable table;
  private final List<Dataset> sources;
  private final DatasetWriter writer;

  private IndicatorDataset(
      Snapshot snapshot,
      Indicator indicator,
      AreaLevel level,
      ResolvedTable table,
      DatasetWriter writer) {
    this.snapshot = snapshot;
    this.indicator = indicator;
    this.level = level;
    this.table = table;
    this.writer = writer;
    var ids = new TreeSet<String>();
    table.periods().forEach(period -> ids.addAll(table.origin(period).datasets()));
    sources = datasets(ids);
  }

  private List<Dataset> datasets(Collection<String> ids) {
    return ids.stream().map(id -> snapshot.datasets().get(id)).toList();
  }

  /** The data sets of an indicator, from coarse to fine levels. */
  static List<Node> of(Snapshot snapshot, Indicator indicator, DatasetWriter writer) {
    var nodes = new ArrayList<Node>();
    for (String level : snapshot.resolution().levels(indicator.id())) {
      newest(snapshot, indicator, level)
          .map(
              table ->
                  new IndicatorDataset(snapshot, indicator, level(snapshot, table), table, writer))
          .map(IndicatorDataset::node)
          .forEach(nodes::add);
    }
    return nodes;
  }

  private static Stream<ResolvedTable> newest(
      Snapshot snapshot, Indicator indicator, String level) {
    return snapshot.resolution().editions(indicator.id()).stream()
        .flatMap(edition -> snapshot.resolution().find(indicator.id(), edition, level).stream())
        .filter(table -> !table.periods().isEmpty())
        .reduce((older, newer) -> newer)
        .stream();
  }

  private static AreaLevel level(Snapshot snapshot, ResolvedTable table) {
    return snapshot.levels(table.edition()).stream()
        .filter(one -> one.id().equals(table.level()))
        .findFirst()
        .orElseThrow();
  }

  private Node node() {
    String address = writer.base() + "/api/indicators/" + indicator.id() + "#" + level.id();
    var areas = snapshot.areas(table.edition());
    var dataset = snapshot.datasets().get(indicator.datasetId());
    var title =
        new LocalizedText(
            indicator.name().de() + " – " + level.plural().de(),
            indicator.name().en() + " – " + level.plural().en());
    var node = writer.begin(address, title, indicator.description(), dataset.publisher(), sources);
    writer.addKeywords(
        node,
        List.of(indicator.name(), indicator.theme().name(), level.plural()),
        isExample() || boundaries().stream().anyMatch(Dataset::example));
    node.put(
        "dcat:theme",
        DatasetWriter.themes(FURTHER.getOrDefault(indicator.theme().id(), List.of())));
    Coverage.addPlace(node, areas.box(level.id()), areas.list(level.id()).values());
    node.put("dct:temporal", Coverage.time(table.periods()));
    node.put("dct:provenance", provenance());
    node.put("dcat:landingPage", Node.iri(writer.base() + "/?indicator=" + indicator.id()));
    if (snapshot.results().isResult(indicator.id())) {
      node.put("foaf:page", Node.iri(writer.base() + "/docs/methods/" + indicator.id()));
    }
    var offers = new ArrayList<Node>(Offer.nodes(values(), writer.base(), address, sources));
    if (!areas.box(level.id()).isEmpty()) {
      offers.addAll(Offer.nodes(maps(), writer.base(), address, withBoundaries()));
    }
    return node.put("dcat:distribution", offers);
  }

  private boolean isExample() {
    return sources.stream().anyMatch(Dataset::example);
  }

  private List<Dataset> boundaries() {
    return datasets(snapshot.areaDatasets(table.edition(), level.id()));
  }

  private List<Dataset> withBoundaries() {
    return Stream.concat(sources.stream(), boundaries().stream()).distinct().toList();
  }

  /** How the numbers came to be: each source with its state, what was derived, what converted. */
  private Node provenance() {
    var german = new ArrayList<String>();
    var english = new ArrayList<String>();
    for (var source : sources) {
      german.add(source.title().de() + ", Stand " + source.vintage());
      english.add(source.title().en() + ", state of " + source.vintage());
    }
    if (indicator.isDerived()) {
      german.add("abgeleitet: " + indicator.formula());
      english.add("derived: " + indicator.formula());
    }
    if (isConverted()) {
      german.add("teils auf den Gebietsstand " + table.edition() + " umgerechnet");
      english.add("partly converted to the boundaries of " + table.edition());
    }
    return Node.of("dct:ProvenanceStatement")
        .put("rdfs:label", Node.text(String.join("; ", german), String.join("; ", english)));
  }

  private boolean isConverted() {
    return table.periods().stream()
        .map(table::origin)
        .anyMatch(origin -> !origin.edition().equals(table.edition()));
  }

  /** Files with nothing but values. */
  private List<Offer> values() {
    String newest = newestPeriod();
    return List.of(
        Offer.file(
            "csv",
            new LocalizedText("Alle Werte als CSV", "All values as CSV"),
            new LocalizedText(
                "Eine Zeile je Gebiet und Periode, mit Status, Intervall und Quelle",
                "A row for each area and period, with status, interval and source"),
            "/api/exports?format=csv-long&form=file&" + selection(),
            "text/csv",
            "CSV"),
        Offer.file(
            "json",
            new LocalizedText(
                "Werte für " + newest + " als JSON", "Values for " + newest + " as JSON"),
            new LocalizedText(
                "Nur die neueste Periode, mit Status, Intervall und Quelle",
                "The newest period alone, with status, interval and source"),
            "/api/indicators/%s/values?level=%s&edition=%s&format=json"
                .formatted(indicator.id(), level.id(), table.edition()),
            "application/json",
            "JSON"));
  }

  /** All periods in an export. */
  private String selection() {
    return "indicators=%s&level=%s&edition=%s&periods=all"
        .formatted(indicator.id(), level.id(), table.edition());
  }

  private String newestPeriod() {
    List<ReferencePeriod> periods = table.periods();
    return periods.get(periods.size() - 1).id();
  }

  /** Forms that bring the boundaries too. */
  private List<Offer> maps() {
    return List.of(
        Offer.export(
            "geojson",
            new LocalizedText(
                "Gebiete mit allen Werten als GeoJSON", "Areas with all values as GeoJSON"),
            ALL,
            FeatureFormat.GEOJSON,
            "GEOJSON",
            selection()),
        Offer.export(
            "geopackage",
            new LocalizedText(
                "Gebiete mit allen Werten als GeoPackage", "Areas with all values as GeoPackage"),
            ALL,
            FeatureFormat.GEOPACKAGE,
            "GPKG",
            selection()),
        features(),
        tiles());
  }

  private Offer features() {
    String column = snapshot.columnNames().get(indicator.id());
    String newest = newestPeriod();
    return new Offer(
        "features",
        new LocalizedText(
            "Gebiete mit Werten für " + newest + " (OGC API Features)",
            "Areas with values for " + newest + " (OGC API Features)"),
        NEWEST,
        "/ogc/collections/%s/items?f=json&properties=code,name,%s,%s_period,%s_status"
            .formatted(AreaCollection.id(table.edition(), level.id()), column, column, column),
        "",
        "application/geo+json",
        "GEOJSON",
        DatasetWriter.SERVICE);
  }

  private Offer tiles() {
    String newest = newestPeriod();
    return new Offer(
        "tiles",
        new LocalizedText(
            "Vektorkacheln mit Werten für " + newest + " (TileJSON)",
            "Vector tiles with values for " + newest + " (TileJSON)"),
        NEWEST,
        "/tiles/%s.json?edition=%s&columns=%s"
            .formatted(level.id(), table.edition(), indicator.id()),
        "",
        "application/vnd.mapbox-vector-tile",
        "",
        "");
  }
}
