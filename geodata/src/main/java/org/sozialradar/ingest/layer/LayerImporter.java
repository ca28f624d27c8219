package org.sozialradar.ingest.layer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.ResourceImporter;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.feature.RawFeature;
import org.sozialradar.ingest.feature.WantedShapes;
import org.sozialradar.ingest.format.FeatureFiles;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.layer.GeometryKind;
import org.sozialradar.layer.LayerContent;
import org.sozialradar.layer.LayerFeature;

/**
 * Imports context layers (kind {@code layer}). A feature that cannot be used is left out with a
 * warning and counted: unlike a missing area, it leaves the rest of the layer right.
 */
public final class LayerImporter implements ResourceImporter<LayerSettings> {

  @Override
  public String kind() {
    return "layer";
  }

  @Override
  public Class<LayerSettings> settingsType() {
    return LayerSettings.class;
  }

  @Override
  public void read(ResourceInput<LayerSettings> input, BatchBuilder batch) {
    var collector = new LayerCollector(input);
    String declared = features(input, collector);
    var columns = new LayerColumns(input, collector);
    var placed = new LayerPlacement(input, declared).place(collector);
    var kind = LayerShapes.kind(placed);
    var sound = new LayerShapes(collector, input.tally()).sound(placed, kind);
    var content = content(input, batch.datasetId(), kind, columns, keyed(sound, input, collector));
    columns.noteCut();
    new OutsideCheck(batch).warn(input, content.features());
    input.tally().add(Count.FEATURES_STORED, content.features().size());
    batch.putLayer(content);
  }

  /** Reads the file and tells the coordinate system that it declares. */
  private static String features(ResourceInput<LayerSettings> input, LayerCollector collector) {
    if (CoordinateTable.isTable(input.file().formatName())) {
      return CoordinateTable.read(input, collector);
    }
    return FeatureFiles.reader(
            input.file(), input.settings().layer(), input.resource().encoding(), WantedShapes.ALL)
        .read(input.file(), collector);
  }

  /** A feature with its id. */
  private record Keyed(String id, RawFeature feature) {}

  private static List<Keyed> keyed(
      List<RawFeature> features, ResourceInput<LayerSettings> input, LayerCollector collector) {
    String column = input.settings().key();
    var ids = new HashSet<String>();
    var keyed = new ArrayList<Keyed>();
    for (var feature : features) {
      String id =
          column.isEmpty()
              ? Long.toString(feature.number())
              : feature.properties().getOrDefault(column, "").strip();
      if (id.isEmpty() || id.length() > LayerColumns.MAX_CHARACTERS || !ids.add(id)) {
        collector.leaveOut(LayerIssues.KEY, feature);
      } else {
        keyed.add(new Keyed(id, feature));
      }
    }
    return keyed;
  }

  private static LayerContent content(
      ResourceInput<LayerSettings> input,
      String datasetId,
      GeometryKind kind,
      LayerColumns columns,
      List<Keyed> keyed) {
    if (keyed.isEmpty()) {
      throw new InputRejectedException(LayerIssues.EMPTY.at(input.place(), ""));
    }
    var settings = input.settings();
    var texts = new ArrayList<Map<String, String>>();
    keyed.forEach(one -> texts.add(columns.texts(one.feature())));
    var layer =
        new ContextLayer(
            settings.id(),
            settings.title(),
            settings.description(),
            kind,
            settings.knownRole(),
            settings.facility(),
            columns.name(),
            columns.attributes(texts),
            datasetId);
    var features = new ArrayList<LayerFeature>();
    for (int i = 0; i < keyed.size(); i++) {
      var one = keyed.get(i);
      features.add(new LayerFeature(one.id(), one.feature().geometry(), texts.get(i)));
    }
    return new LayerContent(layer, features);
  }
}
