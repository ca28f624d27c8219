package org.sozialradar.server.layers;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.layer.LayerIndex;
import org.sozialradar.server.geojson.GeometryJson;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * A context layer as it goes out.
 *
 * @param id its id
 * @param title how people call it
 * @param description what it holds and what not
 * @param geometry {@code point}, {@code line} or {@code polygon}
 * @param role {@code facility}, {@code hazard} or {@code other}
 * @param facility kind of the facilities; null if it holds none
 * @param nameAttribute attribute by which features are called; null if there is none
 * @param attributes its columns with their types
 * @param features how many features it has
 * @param bbox west, south, east, north in degrees
 * @param provenance where it comes from and on what terms
 * @param items address of its features
 * @param tiles address of the description of its tiles
 */
record LayerEntry(
    String id,
    LocalizedText title,
    LocalizedText description,
    String geometry,
    String role,
    String facility,
    String nameAttribute,
    List<Attribute> attributes,
    int features,
    List<Double> bbox,
    Provenance provenance,
    String items,
    String tiles) {

  /**
   * A column: its name, and {@code text}, {@code number}, {@code integer}, {@code boolean}, {@code
   * date} or {@code timestamp}.
   */
  record Attribute(String name, String type) {}

  /**
   * What is told of a layer.
   *
   * @param root path below which clients see the server, without a slash at the end
   */
  static LayerEntry of(Snapshot snapshot, LayerIndex index, String root) {
    var layer = index.layer();
    return new LayerEntry(
        layer.id(),
        layer.title(),
        layer.description(),
        layer.geometry().label(),
        layer.role().label(),
        layer.facility().isEmpty() ? null : layer.facility(),
        layer.nameAttribute().isEmpty() ? null : layer.nameAttribute(),
        layer.attributes().stream()
            .map(
                one ->
                    new Attribute(one.name(), one.type().name().toLowerCase(java.util.Locale.ROOT)))
            .toList(),
        index.features().size(),
        box(index.bounds()),
        Provenance.of(snapshot, List.of(layer.datasetId())),
        root + "/api/layers/" + layer.id() + "/features",
        root + "/tiles/" + layer.id() + ".json");
  }

  private static List<Double> box(Envelope box) {
    return List.of(
        GeometryJson.rounded(box.getMinX()),
        GeometryJson.rounded(box.getMinY()),
        GeometryJson.rounded(box.getMaxX()),
        GeometryJson.rounded(box.getMaxY()));
  }
}
