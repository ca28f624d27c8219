package org.sozialradar.server.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.incident.IncidentShape;
import org.sozialradar.ingest.crs.CoordinateSystem;
import org.sozialradar.server.geojson.GeometryReader;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

/**
 * Where an incident is said to be.
 *
 * @param source {@code drawn}, {@code uploaded}, {@code layer} or {@code saved}
 * @param parts geometries in EPSG:4326 if they were drawn or uploaded
 * @param id id of the layer or of the saved incident; empty for others
 * @param features ids of the features of the layer; none for all
 * @param buffer metres around
 */
record IncidentPlace(
    String source, List<Geometry> parts, String id, List<String> features, double buffer) {
  static final String DRAWN = "drawn";
  static final String UPLOADED = "uploaded";
  static final String LAYER = "layer";
  static final String SAVED = "saved";

  private static final String BUFFER = "buffer";
  private static final String WGS84 = "EPSG:4326";
  private static final List<String> KINDS = List.of("geometry", "layer", "incident");
  private static final int MOST_CORNERS = 20_000;
  private static final int MOST_FEATURES = 1000;

  /** Metres: straight in a plane and straight in degrees then differ by less than a metre. */
  private static final double LONGEST_EDGE = 5000;

  IncidentPlace {
    parts = List.copyOf(parts);
    features = List.copyOf(features);
  }

  /**
   * The place of a request.
   *
   * @throws ProblemException naming the field that does not fit
   */
  static IncidentPlace of(JsonRequest area) {
    var given = KINDS.stream().filter(area.names()::contains).toList();
    if (given.size() != 1) {
      throw ProblemException.ofParameter(
          ProblemType.NOT_ONE_FIELD, "area", String.join(", ", KINDS));
    }
    double buffer = area.findNumber(BUFFER, 0, IncidentShape.WIDEST_BUFFER).orElse(0.0);
    return switch (given.get(0)) {
      case "layer" -> {
        area.requireKnown(Set.of("layer", "features", BUFFER));
        yield new IncidentPlace(
            LAYER, List.of(), area.text("layer"), area.texts("features", MOST_FEATURES), buffer);
      }
      case "incident" -> {
        area.requireKnown(Set.of("incident"));
        yield new IncidentPlace(SAVED, List.of(), area.text("incident"), List.of(), 0);
      }
      default -> {
        area.requireKnown(Set.of("geometry", "crs", BUFFER));
        yield new IncidentPlace(DRAWN, drawn(area), "", List.of(), buffer);
      }
    };
  }

  /**
   * A place that came as a file.
   *
   * @param area may say a buffer
   * @param parts geometries in EPSG:4326, longitude first
   * @throws ProblemException naming the field that does not fit
   */
  static IncidentPlace uploaded(JsonRequest area, List<Geometry> parts) {
    double buffer = area.findNumber(BUFFER, 0, IncidentShape.WIDEST_BUFFER).orElse(0.0);
    return new IncidentPlace(UPLOADED, parts, "", List.of(), buffer);
  }

  private static List<Geometry> drawn(JsonRequest area) {
    String crs = area.findText("crs").orElse(WGS84);
    String field = area.place("geometry");
    if (crs.equals(WGS84)) {
      return GeometryReader.ofDegrees(field, MOST_CORNERS).all(area.value("geometry"));
    }
    var system =
        CoordinateSystem.find(crs)
            .orElseThrow(
                () ->
                    ProblemException.ofParameter(ProblemType.UNKNOWN_CRS, area.place("crs"), crs));
    var reader =
        system.isGeographic()
            ? GeometryReader.ofDegrees(field, MOST_CORNERS)
            : GeometryReader.ofMetres(field, MOST_CORNERS);
    return inDegrees(reader.all(area.value("geometry")), system, field);
  }

  private static List<Geometry> inDegrees(
      List<Geometry> parts, CoordinateSystem system, String field) {
    var box = new Envelope();
    parts.forEach(part -> box.expandToInclude(part.getEnvelopeInternal()));
    if (box.isNull()) {
      return List.of();
    }
    requireShort(parts, system, field);
    var way = system.toWgs84(box);
    var placed = new ArrayList<Geometry>();
    for (var part : parts) {
      var after = way.apply(dense(part, system, box));
      if (!way.isPlausible(part, after)) {
        throw ProblemException.ofParameter(ProblemType.GEOMETRY_ELSEWHERE, field, system.code());
      }
      placed.add(after);
    }
    return placed;
  }

  /** Long edges become many; what is longer than all of them may be is no place on Earth. */
  private static void requireShort(List<Geometry> parts, CoordinateSystem system, String field) {
    if (system.isGeographic()) {
      return;
    }
    double longest = parts.stream().mapToDouble(Geometry::getLength).max().orElse(0);
    if (longest > MOST_CORNERS * LONGEST_EDGE) {
      throw ProblemException.ofParameter(ProblemType.GEOMETRY_ELSEWHERE, field, system.code());
    }
    if (parts.stream().mapToDouble(Geometry::getLength).sum() > MOST_CORNERS * LONGEST_EDGE) {
      throw ProblemException.ofParameter(ProblemType.AREA_TOO_COMPLEX, field);
    }
  }

  /** With corners on long edges, which are straight in their own system. */
  private static Geometry dense(Geometry part, CoordinateSystem system, Envelope box) {
    if (system.isGeographic() || part.getDimension() == 0) {
      return part;
    }
    return Math.max(box.getWidth(), box.getHeight()) > LONGEST_EDGE
        ? Densifier.densify(part, LONGEST_EDGE)
        : part;
  }
}
