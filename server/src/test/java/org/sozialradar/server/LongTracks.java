package org.sozialradar.server;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.layer.GeometryKind;
import org.sozialradar.layer.LayerAttribute;
import org.sozialradar.layer.LayerContent;
import org.sozialradar.layer.LayerFeature;
import org.sozialradar.layer.LayerRole;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.ImportBatch;

/**
 * A context layer whose export is larger than what systems keep for a client that reads nothing,
 * compressed or not: lines with many vertices, at random places.
 */
final class LongTracks {
  static final String LAYER = "tracks";

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final int TRACKS = 100;
  private static final int VERTICES = 8_000;

  private LongTracks() {}

  /** Adds it to a store that holds the {@link TestCountry}. */
  static void addTo(GeodataStore store) {
    store.commit(
        new ImportBatch(
            TestCountry.dataset(LAYER, false),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(content()),
            true));
  }

  private static LayerContent content() {
    var name = new LocalizedText("Spuren", "Tracks");
    var layer =
        new ContextLayer(
            LAYER,
            name,
            name,
            GeometryKind.LINE,
            LayerRole.OTHER,
            "",
            "name",
            List.of(new LayerAttribute("name", LayerAttribute.Type.TEXT)),
            LAYER);
    var random = new SplittableRandom(6);
    return new LayerContent(
        layer, IntStream.range(0, TRACKS).mapToObj(number -> track(number, random)).toList());
  }

  private static LayerFeature track(int number, SplittableRandom random) {
    var vertices = new Coordinate[VERTICES];
    for (int i = 0; i < VERTICES; i++) {
      vertices[i] = new Coordinate(random.nextDouble(12, 15), random.nextDouble(50, 51));
    }
    String id = "track-" + number;
    return new LayerFeature(id, GEOMETRY.createLineString(vertices), Map.of("name", id));
  }
}
