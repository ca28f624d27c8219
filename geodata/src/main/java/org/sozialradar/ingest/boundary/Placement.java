package org.sozialradar.ingest.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.sozialradar.area.GermanKeys;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssueType;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.crs.CoordinateSystem;
import org.sozialradar.ingest.crs.ToWgs84;
import org.sozialradar.ingest.feature.RawFeature;

/** Brings features to EPSG:4326 and finds those that cannot be where their coordinates say. */
final class Placement {
  private final ResourceInput<BoundarySettings> input;
  private final AreaColumns columns;
  private final CoordinateSystem system;

  /**
   * Chooses the coordinate system.
   *
   * @param declared what the file says of it, empty if nothing
   * @throws InputRejectedException if there is none or it is unknown
   */
  Placement(ResourceInput<BoundarySettings> input, String declared) {
    this.input = input;
    this.columns = input.settings().columns();
    String wanted = input.settings().crs().isEmpty() ? declared : input.settings().crs();
    if (wanted.isBlank()) {
      throw new InputRejectedException(BoundaryIssues.CRS_MISSING.at(input.place(), ""));
    }
    this.system =
        CoordinateSystem.find(wanted)
            .orElseThrow(
                () ->
                    new InputRejectedException(
                        BoundaryIssues.CRS_UNKNOWN.at(input.place(), wanted, wanted)));
    noteOverridden(declared);
  }

  private void noteOverridden(String declared) {
    if (input.settings().crs().isEmpty() || declared.isBlank()) {
      return;
    }
    var inFile = CoordinateSystem.find(declared).map(CoordinateSystem::code).orElse(declared);
    if (!inFile.equals(system.code())) {
      input
          .issues()
          .add(BoundaryIssues.CRS_OVERRIDDEN.at(input.place(), inFile, inFile, system.code()));
    }
  }

  /** The features in EPSG:4326; those that cannot be there are errors and left out. */
  List<RawFeature> place(List<RawFeature> features) {
    var extent = new Envelope();
    features.forEach(one -> extent.expandToInclude(one.geometry().getEnvelopeInternal()));
    var way = system.toWgs84(extent);
    noteShift(way);
    var placed = new ArrayList<RawFeature>(features.size());
    for (var feature : features) {
      var lonLat = way.apply(feature.geometry());
      if (way.isPlausible(feature.geometry(), lonLat)) {
        placed.add(new RawFeature(feature.number(), feature.properties(), lonLat));
      } else {
        refuse(feature);
      }
    }
    if (columns.isGerman()) {
      placed.forEach(this::requireState);
    }
    return placed;
  }

  private void noteShift(ToWgs84 way) {
    boolean rough = way.accuracyMetres().isEmpty() || way.accuracyMetres().getAsDouble() > 1;
    if (rough) {
      var accuracy = way.accuracyMetres();
      String metres = accuracy.isPresent() ? plain(accuracy.getAsDouble()) : "?";
      input
          .issues()
          .add(
              BoundaryIssues.CRS_SHIFTED.at(
                  input.place(), system.code(), system, way.shiftName(), metres));
    }
  }

  private static String plain(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }

  private void refuse(RawFeature feature) {
    var coordinate = feature.geometry().getCoordinate();
    String example = String.format(Locale.ROOT, "%s %s", coordinate.x, coordinate.y);
    report(BoundaryIssues.NOT_IN_CRS, feature, example, system, example);
  }

  /** German keys tell the state: another place means another coordinate system or axis order. */
  private void requireState(RawFeature feature) {
    String text = feature.properties().getOrDefault(columns.key(), "").strip();
    String key = GermanKeys.restoreLeadingZeros(text, columns.keyType().digits());
    String state = key.length() < 2 ? "" : key.substring(0, 2);
    var centre = feature.geometry().getEnvelopeInternal().centre();
    if (StateExtents.canHold(state, centre)) {
      return;
    }
    if (StateExtents.canHold(state, new Coordinate(centre.y, centre.x))) {
      report(BoundaryIssues.AXES_SWAPPED, feature, "", centre.x, centre.y);
    } else {
      String name = GermanKeys.findStateName(state).orElse(state);
      report(BoundaryIssues.NOT_IN_STATE, feature, "", centre.x, centre.y, name, system.code());
    }
  }

  private void report(IssueType type, RawFeature feature, String value, Object... more) {
    String key = feature.properties().getOrDefault(input.settings().key(), "?");
    var arguments = new ArrayList<Object>(List.of(feature.number(), key));
    arguments.addAll(List.of(more));
    input
        .issues()
        .add(type.at(input.place(feature.number(), "geometry"), value, arguments.toArray()));
  }
}
