package org.sozialradar.server.tiles;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.layer.GeometryKind;
import org.sozialradar.layer.LayerAttribute;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.snapshot.ContextTiles;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.tile.LonLatBounds;
import org.sozialradar.tile.TileCoord;
import org.sozialradar.tile.TilePyramid;

/**
 * What a client must know of a layer of tiles: address, range, fields, and whose data it shows.
 *
 * @param snapshot where the layer comes from
 * @param edition id of the edition; {@link #NO_EDITION} for a context layer
 * @param layer level, {@link Snapshot#NETWORK_LAYER} or id of a context layer
 * @param pyramid its tiles
 * @param wanted columns of values inside, as they stand in the address
 * @param columns the same, found
 */
public record LayerDescription(
    Snapshot snapshot,
    String edition,
    String layer,
    TilePyramid pyramid,
    List<String> wanted,
    TileColumns columns) {
  /** Stands for the edition of context layers, which belong to none. */
  public static final String NO_EDITION = TileMaker.NO_EDITION;

  /** Stands beside every attribution of invented data. */
  static final LocalizedText EXAMPLE =
      new LocalizedText("Beispieldaten, frei erfunden", "example data, invented");

  private static final LocalizedText NETWORK =
      new LocalizedText("Präventionsnetzwerk", "Prevention network");
  private static final String POINTS = "_points";
  private static final int USUAL_ZOOM = 7;
  private static final double DEGREE_STEPS = 1e6;
  private static final Map<String, String> AREA_FIELDS = Map.of("code", "String", "name", "String");
  private static final Map<String, String> NETWORK_FIELDS =
      Map.of("code", "String", "name", "String", "milestones", "Number", "kinds", "String");

  /**
   * The layer that a query asks for.
   *
   * @param layer name of the layer
   * @param mostColumns most columns of values
   */
  static LayerDescription of(Snapshot snapshot, Query query, String layer, int mostColumns) {
    var wanted = query.find(TileQuery.COLUMNS).map(TileQuery::split).orElse(List.of());
    return of(snapshot, edition(snapshot, query, layer), layer, wanted, mostColumns);
  }

  /** Context layers belong to no edition; an unknown one is refused all the same. */
  private static String edition(Snapshot snapshot, Query query, String layer) {
    boolean context = snapshot.contextLayers().containsKey(layer);
    return context && query.find("edition").isEmpty()
        ? NO_EDITION
        : Selection.edition(snapshot, query);
  }

  /**
   * A layer of an edition.
   *
   * @param wanted columns of values inside
   * @throws org.sozialradar.server.http.ProblemException if something of it is not there
   */
  public static LayerDescription of(
      Snapshot snapshot, String edition, String layer, List<String> wanted, int mostColumns) {
    var pyramid = TileMaker.pyramid(snapshot, edition, layer);
    var columns = TileColumns.of(snapshot, edition, layer, wanted, mostColumns);
    return new LayerDescription(snapshot, edition, layer, pyramid, wanted, columns);
  }

  /**
   * The layer of a collection of features, with the columns of values that a query asks for.
   *
   * @param edition id of the edition; {@link #NO_EDITION} for a context layer
   * @param mostColumns most columns of values
   * @throws org.sozialradar.server.http.ProblemException if something of it is not there
   */
  public static LayerDescription of(
      Snapshot snapshot, String edition, String layer, Query query, int mostColumns) {
    var wanted = query.find(TileQuery.COLUMNS).map(TileQuery::split).orElse(List.of());
    return of(snapshot, edition, layer, wanted, mostColumns);
  }

  /** Address of its tiles within this server, with places for zoom, column and row. */
  String address() {
    String columns =
        wanted.isEmpty()
            ? ""
            : "&columns=" + URLEncoder.encode(String.join(",", wanted), StandardCharsets.UTF_8);
    return "/tiles/%d/%s/%s/{z}/{x}/{y}.mvt?stamp=%s"
            .formatted(snapshot.revision().number(), edition, layer, snapshot.stamp())
        + columns;
  }

  /** The same of one tile. */
  String address(TileCoord coord) {
    return address().replace("{z}/{x}/{y}", coord.toString());
  }

  /** One of its tiles. */
  TileAddress tile(TileCoord coord) {
    return new TileAddress(Long.toString(snapshot.revision().number()), edition, layer, coord);
  }

  /** What follows the address of its tiles. */
  TileQuery query() {
    return new TileQuery(wanted, snapshot.stamp());
  }

  /** West, south, east, north in degrees; empty if it holds nothing. */
  List<Double> bounds() {
    return pyramid.bounds().map(LayerDescription::corners).orElse(List.of());
  }

  static List<Double> corners(LonLatBounds box) {
    return List.of(round(box.west()), round(box.south()), round(box.east()), round(box.north()));
  }

  /** Longitude and latitude of the middle of the bounds; empty if it holds nothing. */
  List<Double> center() {
    return pyramid
        .bounds()
        .map(
            box ->
                List.of(
                    round((box.west() + box.east()) / 2), round((box.south() + box.north()) / 2)))
        .orElse(List.of());
  }

  /** TileJSON 3.0 of the layer alone, with the address of the revision. */
  Map<String, Object> tileJson(String baseUrl) {
    var json = new LinkedHashMap<String, Object>();
    json.put("tilejson", "3.0.0");
    json.put("name", layer);
    json.put("scheme", "xyz");
    json.put("tiles", List.of(baseUrl + address()));
    json.putAll(describe());
    return json;
  }

  /** What TileJSON and archives of tiles say of it in common. */
  Map<String, Object> describe() {
    var json = new LinkedHashMap<String, Object>();
    if (isExample()) {
      json.put("description", EXAMPLE.de() + " / " + EXAMPLE.en());
    }
    json.put("minzoom", 0);
    json.put("maxzoom", pyramid.maxZoom());
    if (!bounds().isEmpty()) {
      json.put("bounds", bounds());
      json.put("center", List.of(center().get(0), center().get(1), usualZoom()));
    }
    json.put("attribution", attribution());
    json.put("vector_layers", tileLayers().stream().map(this::tileLayer).toList());
    return json;
  }

  Map<String, Object> tileLayer(String id) {
    var description = new LinkedHashMap<String, Object>();
    description.put("id", id);
    description.put("fields", fields());
    description.put("minzoom", 0);
    description.put("maxzoom", pyramid.maxZoom());
    return description;
  }

  /** A zoom to begin with. */
  int usualZoom() {
    return Math.min(USUAL_ZOOM, pyramid.maxZoom());
  }

  /** What people call it. */
  public LocalizedText title() {
    return findContext()
        .map(ContextLayer::title)
        .or(
            () ->
                snapshot.levels(edition).stream()
                    .filter(level -> level.id().equals(layer))
                    .map(AreaLevel::plural)
                    .findAny())
        .orElse(NETWORK);
  }

  /** Names of the layers within its tiles. */
  public List<String> tileLayers() {
    return isCoverage() ? List.of(layer, layer + POINTS) : List.of(layer);
  }

  /** Whether a layer within its tiles holds points (0), lines (1) or polygons (2). */
  public int dimension(String tileLayer) {
    if (isCoverage()) {
      return tileLayer.endsWith(POINTS) ? 0 : 2;
    }
    return findContext().map(one -> dimension(one.geometry())).orElse(0);
  }

  private static int dimension(GeometryKind kind) {
    return switch (kind) {
      case POINT -> 0;
      case LINE -> 1;
      case POLYGON -> 2;
    };
  }

  boolean isNetwork() {
    return layer.equals(Snapshot.NETWORK_LAYER);
  }

  /** The context layer, if it is one. */
  Optional<ContextLayer> findContext() {
    return Optional.ofNullable(snapshot.contextLayers().get(layer));
  }

  private boolean isCoverage() {
    return !isNetwork() && findContext().isEmpty();
  }

  /** Names and types of the attributes of its features. */
  public Map<String, String> fields() {
    var fields = new TreeMap<>(isNetwork() ? NETWORK_FIELDS : AREA_FIELDS);
    findContext().ifPresent(context -> replace(fields, context));
    fields.putAll(columns.fields());
    return fields;
  }

  private static void replace(Map<String, String> fields, ContextLayer context) {
    fields.clear();
    for (var attribute : context.attributes()) {
      fields.put(attribute.name(), type(attribute.type()));
    }
    fields.put(ContextTiles.ID, "String");
    if (context.geometry() == GeometryKind.POINT) {
      fields.put("point_count", "Number");
    }
  }

  /** As TileJSON names types; days and times are texts. */
  private static String type(LayerAttribute.Type type) {
    if (type.isNumeric()) {
      return "Number";
    }
    return type == LayerAttribute.Type.BOOLEAN ? "Boolean" : "String";
  }

  /** Whether anything that it shows is invented. */
  boolean isExample() {
    return provenances().stream().anyMatch(Provenance::example);
  }

  /**
   * The line that must show wherever it shows, as clients take it: HTML, so that signs within texts
   * are escaped.
   */
  String attribution() {
    return escape(String.join("; ", attributions()));
  }

  /** The parts of that line as plain text, each once. */
  public Set<String> attributions() {
    var lines = new LinkedHashSet<String>();
    provenances().stream().map(LayerDescription::attribution).forEach(lines::add);
    return lines;
  }

  private static String attribution(Provenance provenance) {
    return provenance.example()
        ? "%s (%s / %s)".formatted(provenance.attribution(), EXAMPLE.de(), EXAMPLE.en())
        : provenance.attribution();
  }

  private List<Provenance> provenances() {
    var all = new ArrayList<Provenance>();
    all.add(Provenance.of(snapshot, datasets()));
    all.addAll(columns.provenances());
    return all;
  }

  private List<String> datasets() {
    if (findContext().isPresent()) {
      return List.of(findContext().get().datasetId());
    }
    return isNetwork()
        ? snapshot.milestones().stream().map(one -> one.datasetId()).distinct().toList()
        : List.copyOf(snapshot.areaDatasets(edition, layer));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static double round(double degrees) {
    return Math.round(degrees * DEGREE_STEPS) / DEGREE_STEPS;
  }
}
