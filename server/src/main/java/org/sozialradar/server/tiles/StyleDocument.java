package org.sozialradar.server.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sozialradar.layer.GeometryKind;
import org.sozialradar.server.snapshot.ContextTiles;

/**
 * The style of a layer of tiles (MapLibre style specification, version 8): plain areas with their
 * borders, lines, or points. It asks no other server and needs neither fonts nor pictures.
 */
public final class StyleDocument {
  private static final int VERSION = 8;
  private static final String LAND = "#e6eaec";
  private static final String BORDER = "#77838b";
  private static final String MARK = "#0b4a82";

  private StyleDocument() {}

  /**
   * The style.
   *
   * @param baseUrl address under which clients reach the server
   */
  public static Map<String, Object> of(LayerDescription layer, String baseUrl) {
    var style = new LinkedHashMap<String, Object>();
    style.put("version", VERSION);
    style.put("name", name(layer));
    style.put("metadata", metadata(layer));
    if (!layer.center().isEmpty()) {
      style.put("center", layer.center());
      style.put("zoom", layer.usualZoom());
    }
    style.put("sources", Map.of(layer.layer(), source(layer, baseUrl)));
    style.put("layers", layers(layer));
    return style;
  }

  private static Map<String, Object> metadata(LayerDescription layer) {
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("radar:revision", layer.snapshot().revision().number());
    metadata.put("radar:edition", layer.edition());
    metadata.put("radar:example", layer.isExample());
    return metadata;
  }

  private static String name(LayerDescription layer) {
    var title = layer.title();
    String name = "%s / %s".formatted(title.de(), title.en());
    return withLabel(layer, layer.findContext().isPresent() ? name : name + ", " + layer.edition());
  }

  private static String withLabel(LayerDescription layer, String name) {
    var example = LayerDescription.EXAMPLE;
    return layer.isExample() ? name + " – " + example.de() + " / " + example.en() : name;
  }

  private static Map<String, Object> source(LayerDescription layer, String baseUrl) {
    var source = new LinkedHashMap<String, Object>();
    source.put("type", "vector");
    source.put("tiles", List.of(baseUrl + layer.address()));
    source.put("minzoom", 0);
    source.put("maxzoom", layer.pyramid().maxZoom());
    if (!layer.bounds().isEmpty()) {
      source.put("bounds", layer.bounds());
    }
    var ids = new LinkedHashMap<String, String>();
    String id = layer.findContext().isPresent() ? ContextTiles.ID : "code";
    layer.tileLayers().forEach(name -> ids.put(name, id));
    source.put("promoteId", ids);
    source.put("attribution", layer.attribution());
    return source;
  }

  private static List<Map<String, Object>> layers(LayerDescription layer) {
    var layers = new ArrayList<Map<String, Object>>();
    if (layer.findContext().isPresent()) {
      layers.addAll(context(layer, layer.findContext().get().geometry()));
    } else if (layer.isNetwork()) {
      layers.add(circles(layer, layer.layer(), 5));
    } else {
      layers.add(drawn(layer, "fill", layer.layer(), Map.of("fill-color", LAND)));
      layers.add(
          drawn(layer, "line", layer.layer(), Map.of("line-color", BORDER, "line-width", 0.8)));
      layers.add(circles(layer, layer.layer() + "_points", 1.2));
    }
    return layers;
  }

  private static List<Map<String, Object>> context(LayerDescription layer, GeometryKind kind) {
    String name = layer.layer();
    var line = drawn(layer, "line", name, Map.of("line-color", MARK, "line-width", 1.2));
    return switch (kind) {
      case POINT -> List.of(circles(layer, name, 4));
      case LINE -> List.of(line);
      case POLYGON ->
          List.of(
              drawn(layer, "fill", name, Map.of("fill-color", MARK, "fill-opacity", 0.25)), line);
    };
  }

  private static Map<String, Object> circles(
      LayerDescription layer, String tileLayer, double radius) {
    return drawn(layer, "circle", tileLayer, Map.of("circle-color", MARK, "circle-radius", radius));
  }

  private static Map<String, Object> drawn(
      LayerDescription layer, String type, String tileLayer, Map<String, Object> paint) {
    var drawn = new LinkedHashMap<String, Object>();
    drawn.put("id", tileLayer + "-" + type);
    drawn.put("type", type);
    drawn.put("source", layer.layer());
    drawn.put("source-layer", tileLayer);
    drawn.put("paint", new TreeMap<>(paint));
    return drawn;
  }
}
