package org.sozialradar.ingest.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.crs.CoordinateSystem;
import org.sozialradar.ingest.feature.RawFeature;

/** Brings the features of a layer to EPSG:4326. */
final class LayerPlacement {
  private final ResourceInput<LayerSettings> input;
  private final CoordinateSystem system;

  /**
   * Chooses the coordinate system.
   *
   * @param declared what the file says of it, empty if nothing
   * @throws InputRejectedException if there is none or it is unknown
   */
  LayerPlacement(ResourceInput<LayerSettings> input, String declared) {
    this.input = input;
    String given = input.settings().crs();
    String wanted = given.isEmpty() ? declared : given;
    if (wanted.isBlank()) {
      throw new InputRejectedException(LayerIssues.CRS_MISSING.at(input.place(), ""));
    }
    system =
        CoordinateSystem.find(wanted)
            .orElseThrow(
                () ->
                    new InputRejectedException(
                        LayerIssues.CRS_UNKNOWN.at(input.place(), wanted, wanted)));
    noteOverridden(given, declared);
  }

  private void noteOverridden(String given, String declared) {
    if (given.isEmpty() || declared.isBlank()) {
      return;
    }
    var inFile = CoordinateSystem.find(declared).map(CoordinateSystem::code).orElse(declared);
    if (!inFile.equals(system.code())) {
      input
          .issues()
          .add(LayerIssues.CRS_OVERRIDDEN.at(input.place(), inFile, inFile, system.code()));
    }
  }

  /** The features in EPSG:4326; those that cannot be there are left out. */
  List<RawFeature> place(LayerCollector collector) {
    var extent = new Envelope();
    collector
        .features()
        .forEach(one -> extent.expandToInclude(one.geometry().getEnvelopeInternal()));
    var placed = new ArrayList<RawFeature>();
    if (extent.isNull()) {
      return placed;
    }
    var way = system.toWgs84(extent);
    for (var feature : collector.features()) {
      var lonLat = way.apply(feature.geometry());
      if (way.isPlausible(feature.geometry(), lonLat)) {
        placed.add(new RawFeature(feature.number(), feature.properties(), lonLat));
      } else {
        var corner = feature.geometry().getCoordinate();
        String example = String.format(Locale.ROOT, "%s %s", corner.x, corner.y);
        collector.leaveOut(LayerIssues.NOT_IN_CRS, feature, system, example);
      }
    }
    return placed;
  }
}
