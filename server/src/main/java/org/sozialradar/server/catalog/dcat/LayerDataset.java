package org.sozialradar.server.catalog.dcat;

import java.util.ArrayList;
import java.util.List;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.layer.LayerIndex;
import org.sozialradar.server.features.LayerCollection;
import org.sozialradar.server.snapshot.Snapshot;

/** A context layer as a data set. */
final class LayerDataset {
  private LayerDataset() {}

  static Node of(Snapshot snapshot, LayerIndex index, DatasetWriter writer) {
    var layer = index.layer();
    var source = snapshot.datasets().get(layer.datasetId());
    String address = writer.base() + "/api/layers/" + layer.id();
    var sources = List.of(source);
    var node =
        writer.begin(address, layer.title(), layer.description(), source.publisher(), sources);
    writer.addKeywords(node, List.of(layer.title()), source.example());
    Coverage.addPlace(node, new LayerCollection(snapshot, index).box(), List.of());
    node.put(
        "dct:provenance",
        Node.of("dct:ProvenanceStatement")
            .put(
                "rdfs:label",
                Node.text(
                    source.title().de() + ", Stand " + source.vintage(),
                    source.title().en() + ", state of " + source.vintage())));
    var offers = new ArrayList<Offer>(List.of(features(layer.id())));
    if (snapshot.findContextTiles(layer.id()).isPresent()) {
      offers.add(tiles(layer.id()));
    }
    return node.put(
        "dcat:distribution", Offer.nodes(offers, writer.base(), address + "#layer", sources));
  }

  private static Offer features(String layer) {
    String collection = "/ogc/collections/" + layer;
    return new Offer(
        "features",
        new LocalizedText(
            "Objekte als GeoJSON (OGC API Features)", "Features as GeoJSON (OGC API Features)"),
        collection,
        collection + "/items?f=json&limit=10000",
        "application/geo+json",
        "GEOJSON",
        DatasetWriter.SERVICE);
  }

  private static Offer tiles(String layer) {
    return new Offer(
        "tiles",
        new LocalizedText("Vektorkacheln (TileJSON)", "Vector tiles (TileJSON)"),
        "/tiles/" + layer + ".json",
        "",
        "application/vnd.mapbox-vector-tile",
        "",
        "");
  }
}
