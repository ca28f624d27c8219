package org.sozialradar.ingest.layer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.crs.CoordinateSystem;
import org.sozialradar.ingest.feature.BadGeometryException;
import org.sozialradar.ingest.feature.FeatureFileIssues;
import org.sozialradar.ingest.feature.FeatureSink;
import org.sozialradar.ingest.feature.RawFeature;
import org.sozialradar.ingest.feature.WantedShapes;
import org.sozialradar.ingest.format.FeatureFiles;

/**
 * The geometries of a file that somebody sends to ask about a place: all of them, in EPSG:4326,
 * without attributes. Nothing is repaired or left out in silence; whatever cannot be used rejects
 * the file. Safe for use by many threads.
 */
public final class PlaceFile {
  /** Most features of a file. */
  public static final int MOST_FEATURES = 10_000;

  /** Most vertices of a file. */
  public static final int MOST_VERTICES = 200_000;

  /** Files come from anybody: they unpack to little, and all of it fits into memory. */
  private static final ImportLimits LIMITS =
      new ImportLimits(1 << 20, 64L << 20, 100, MOST_FEATURES, 500, 100_000, MOST_VERTICES);

  /** Metres: straight in a plane and straight in degrees then differ by less than a metre. */
  private static final double LONGEST_EDGE = 5000;

  private PlaceFile() {}

  /**
   * Reads a file.
   *
   * @param file GeoJSON, GeoPackage, zipped Shapefile, KML or FlatGeobuf
   * @param layer which layer of a file that has several; empty if it has one
   * @param crs coordinate system such as {@code EPSG:25833}; empty if the file says it
   * @return points, lines and polygons, longitude before latitude; at least one
   * @throws InputRejectedException if the file cannot be read, or is beyond the limits
   */
  public static List<Geometry> read(Path file, String layer, String crs) {
    var input = InputFile.of(file, LIMITS);
    var sink = new Collecting(input);
    String declared = FeatureFiles.reader(input, layer, "", WantedShapes.ALL).read(input, sink);
    if (sink.geometries.isEmpty()) {
      throw new InputRejectedException(LayerIssues.EMPTY.at(IssuePlace.ofFile(input.name()), ""));
    }
    return inDegrees(sink.geometries, system(crs.isEmpty() ? declared : crs, input), input);
  }

  private static CoordinateSystem system(String wanted, InputFile input) {
    var place = IssuePlace.ofFile(input.name());
    if (wanted.isBlank()) {
      throw new InputRejectedException(LayerIssues.CRS_MISSING.at(place, ""));
    }
    return CoordinateSystem.find(wanted)
        .orElseThrow(
            () -> new InputRejectedException(LayerIssues.CRS_UNKNOWN.at(place, wanted, wanted)));
  }

  private static List<Geometry> inDegrees(
      List<Geometry> parts, CoordinateSystem system, InputFile input) {
    var box = new Envelope();
    parts.forEach(part -> box.expandToInclude(part.getEnvelopeInternal()));
    var way = system.toWgs84(box);
    var placed = new ArrayList<Geometry>();
    double length = 0;
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      if (isTooLong(part, system)) {
        throw elsewhere(i, part, system, input);
      }
      length += part.getLength();
      if (!system.isGeographic() && length > MOST_VERTICES * LONGEST_EDGE) {
        throw new InputRejectedException(
            FeatureFileIssues.TOO_MANY_VERTICES.at(
                IssuePlace.ofFile(input.name()), "", MOST_VERTICES));
      }
      var after = way.apply(dense(part, system));
      if (!way.isPlausible(part, after)) {
        throw elsewhere(i, part, system, input);
      }
      placed.add(after);
    }
    return placed;
  }

  private static boolean isTooLong(Geometry part, CoordinateSystem system) {
    return !system.isGeographic() && !(part.getLength() <= MOST_VERTICES * LONGEST_EDGE);
  }

  /** With vertices on long edges, which are straight in their own system. */
  private static Geometry dense(Geometry part, CoordinateSystem system) {
    var box = part.getEnvelopeInternal();
    boolean small = Math.max(box.getWidth(), box.getHeight()) <= LONGEST_EDGE;
    return system.isGeographic() || small ? part : Densifier.densify(part, LONGEST_EDGE);
  }

  private static InputRejectedException elsewhere(
      int index, Geometry part, CoordinateSystem system, InputFile input) {
    var corner = part.getCoordinate();
    String example = String.format(Locale.ROOT, "%s %s", corner.x, corner.y);
    return new InputRejectedException(
        LayerIssues.NOT_IN_CRS.at(
            IssuePlace.ofRow(input.name(), index + 1), "", index + 1, "–", system, example));
  }

  private static final class Collecting implements FeatureSink {
    private final InputFile input;
    private final List<Geometry> geometries = new ArrayList<>();

    Collecting(InputFile input) {
      this.input = input;
    }

    @Override
    public void accept(RawFeature feature) {
      geometries.add(feature.geometry());
    }

    @Override
    public void refuse(long number, Map<String, String> properties, BadGeometryException reason) {
      throw new InputRejectedException(
          reason
              .type()
              .at(IssuePlace.ofRow(input.name(), number), "", number, "–", reason.detail()));
    }
  }
}
