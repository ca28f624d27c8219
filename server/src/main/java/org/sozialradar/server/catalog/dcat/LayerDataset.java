package org.sozialradar.server.catalog.dcat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.export.feature.FeatureFormat;
import org.sozialradar.layer.LayerIndex;
import org.sozialradar.layer.LayerRole;
import org.sozialradar.server.features.LayerCollection;
import org.sozialradar.server.snapshot.Snapshot;

/** A context layer as a data set. */
final class LayerDataset {
  /** Further themes of the vocabulary. */
  private static final Map<LayerRole, List<String>> FURTHER =
      Map.of(
          LayerRole.FACILITY, List.of("SOCI"),
          LayerRole.HAZARD, List.of("ENVI"),
          LayerRole.OTHER, List.of());

  private static final LocalizedText OBJECTS =
      new LocalizedText(
          "Alle Objekte der Ebene mit ihren Merkmalen",
          "All features of the layer with their attributes");

  private LayerDataset() {}

  static Node of(Snapshot snapshot, LayerIndex index, DatasetWriter writer) {
    var layer = index.layer();
    var source = snapshot.datasets().get(layer.datasetId());
    String address = writer.base() + "/api/layers/" + layer.id();
    var sources = List.of(source);
    var node =
        writer.begin(address, layer.title(), layer.description(), source.publisher(), sources);
    writer.addKeywords(node, List.of(layer.title()), source.example());
    node.put("dcat:theme", DatasetWriter.themes(FURTHER.get(layer.role())));
    Coverage.time(source.vintage()).ifPresent(time -> node.put("dct:temporal", time));
    Coverage.addPlace(node, new LayerCollection(snapshot, index).box(), List.of());
    node.put(
        "dct:provenance",
        Node.of("dct:ProvenanceStatement")
            .put(
                "rdfs:label",
                Node.text(
                    source.title().de() + ", Stand " + source.vintage(),
                    source.title().en() + ", state of " + source.vintage())));
    var offers = new ArrayList<Offer>(files(layer.id()));
    offers.add(features(layer.id()));
    if (snapshot.findContextTiles(layer.id()).isPresent()) {
      offers.add(tiles(layer.id()));
    }
    return node.put(
        "dcat:distribution", Offer.nodes(offers, writer.base(), address + "#layer", sources));
  }

  private static List<Offer> files(String layer) {
    String selection = "level=" + layer;
    return List.of(
        Offer.export(
            "geojson",
            new LocalizedText("Objekte als GeoJSON", "Features as GeoJSON"),
            OBJECTS,
            FeatureFormat.GEOJSON,
            "GEOJSON",
            selection),
        Offer.export(
            "geopackage",
            new LocalizedText("Objekte als GeoPackage", "Features as GeoPackage"),
            OBJECTS,
            FeatureFormat.GEOPACKAGE,
            "GPKG",
            selection));
  }

  private static Offer features(String layer) {
    return new Offer(
        "features",
        new LocalizedText("Objekte (OGC API Features)", "Features (OGC API Features)"),
        OBJECTS,
        "/ogc/collections/" + layer + "/items?f=json",
        "",
        "application/geo+json",
        "GEOJSON",
        DatasetWriter.SERVICE);
  }

  private static Offer tiles(String layer) {
    return new Offer(
        "tiles",
        new LocalizedText("Vektorkacheln (TileJSON)", "Vector tiles (TileJSON)"),
        OBJECTS,
        "/tiles/" + layer + ".json",
        "",
        "application/vnd.mapbox-vector-tile",
        "",
        "");
  }
}
