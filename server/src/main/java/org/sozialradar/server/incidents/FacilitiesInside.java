package org.sozialradar.server.incidents;

import java.util.ArrayList;
import java.util.List;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.incident.IncidentShape;
import org.sozialradar.layer.LayerFeature;
import org.sozialradar.layer.LayerIndex;
import org.sozialradar.layer.LayerRole;
import org.sozialradar.server.geojson.GeometryJson;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * The facilities of one layer inside an incident, as they go out.
 *
 * @param kind label of the kind
 * @param count how many there are
 * @param features the first {@value #MOST_NAMED} of them
 * @param more how many are not named
 */
record FacilitiesInside(
    String layer, LocalizedText title, String kind, int count, List<Place> features, int more) {
  /** Most facilities that are named. */
  static final int MOST_NAMED = 100;

  /** A facility with a point that stands for it. */
  record Place(String id, String name, double lon, double lat) {}

  /** Those of all layers of facilities, also where none are inside. */
  static List<FacilitiesInside> find(
      Snapshot snapshot, IncidentShape shape, java.util.Collection<String> datasets) {
    var found = new ArrayList<FacilitiesInside>();
    for (var layer : snapshot.contextLayers().values()) {
      if (layer.role() == LayerRole.FACILITY) {
        datasets.add(layer.datasetId());
        found.add(inside(snapshot.findContextLayer(layer.id()).orElseThrow(), shape));
      }
    }
    return found;
  }

  private static FacilitiesInside inside(LayerIndex index, IncidentShape shape) {
    var inside =
        index
            .positionsNear(shape.geometry().getEnvelopeInternal())
            .mapToObj(index.features()::get)
            .filter(feature -> shape.intersects(feature.geometry()))
            .toList();
    var layer = index.layer();
    var named =
        inside.stream()
            .limit(MOST_NAMED)
            .map(feature -> place(feature, layer.nameAttribute()))
            .toList();
    return new FacilitiesInside(
        layer.id(),
        layer.title(),
        layer.facility(),
        inside.size(),
        named,
        inside.size() - named.size());
  }

  private static Place place(LayerFeature feature, String nameAttribute) {
    var point = feature.geometry().getInteriorPoint();
    return new Place(
        feature.id(),
        nameAttribute.isEmpty() ? "" : feature.text(nameAttribute),
        GeometryJson.rounded(point.getX()),
        GeometryJson.rounded(point.getY()));
  }
}
