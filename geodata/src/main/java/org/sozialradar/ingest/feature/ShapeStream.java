package org.sozialradar.ingest.feature;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;

/** The records of a {@code .shp} file, one after the other. Not safe for use by many threads. */
final class ShapeStream implements Closeable {
  private static final int HEADER_BYTES = 100;
  private static final int FILE_CODE = 9994;
  private static final int RECORD_HEADER_BYTES = 8;
  private static final int NULL_SHAPE = 0;

  /** Bytes of a polygon before its parts: type, box, number of parts, number of points. */
  private static final int POLYGON_BYTES = 44;

  private static final int POINT_BYTES = 20;

  /** Bytes of several points before them: type, box, number of points. */
  private static final int POINTS_BYTES = 40;

  private final DataInputStream in;
  private final InputFile file;
  private final FeatureBudget budget;
  private final WantedShapes wanted;
  private final long length;
  private long position = HEADER_BYTES;

  ShapeStream(DataInputStream in, InputFile file, FeatureBudget budget, WantedShapes wanted)
      throws IOException {
    this.wanted = wanted;
    this.in = in;
    this.file = file;
    this.budget = budget;
    var header = ByteBuffer.wrap(ShapefileArchive.readFully(in, HEADER_BYTES));
    if (header.getInt(0) != FILE_CODE) {
      throw wrong("it does not begin with the code " + FILE_CODE);
    }
    this.length = 2L * header.getInt(24);
  }

  /** A shape, or the reason why it is none. */
  interface Shape {
    Geometry geometry() throws BadGeometryException;
  }

  /** The next shape; empty at the end. */
  Optional<Shape> findNext() throws IOException {
    if (position >= length) {
      return Optional.empty();
    }
    var header = ByteBuffer.wrap(ShapefileArchive.readFully(in, RECORD_HEADER_BYTES));
    long bytes = 2L * header.getInt(4);
    if (bytes < 4 || bytes > length - position) {
      throw wrong("record " + header.getInt(0) + " has the length " + bytes);
    }
    position += RECORD_HEADER_BYTES + bytes;
    var content = ShapefileArchive.readFully(in, Math.toIntExact(bytes));
    return Optional.of(shape(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN)));
  }

  /** How many shapes are left, with the one that was read last. */
  long countRest(Optional<Shape> last) throws IOException {
    long count = 0;
    for (var shape = last; shape.isPresent(); shape = findNext()) {
      count++;
    }
    return count;
  }

  private Shape shape(ByteBuffer content) throws EOFException {
    int type = content.getInt(0);
    return switch (type) {
      case NULL_SHAPE -> failed(new BadGeometryException(GeometryIssues.MISSING, ""));
      case 5, 15, 25 -> polygon(content);
      default -> pointsOrLines(type, content);
    };
  }

  private Shape pointsOrLines(int type, ByteBuffer content) throws EOFException {
    try {
      wanted.requireAll(nameOf(type));
      var geometry =
          switch (type) {
            case 1, 11, 21 -> points(content, 4, 1, POINT_BYTES);
            case 8, 18, 28 -> points(content, POINTS_BYTES, count(content, 36), POINTS_BYTES);
            case 3, 13, 23 -> lines(content);
            default -> throw new BadGeometryException(GeometryIssues.WRONG_TYPE, nameOf(type));
          };
      return () -> geometry;
    } catch (BadGeometryException e) {
      return failed(e);
    }
  }

  /** The number that stands at a place; -1 if the record is too short for it. */
  private static int count(ByteBuffer content, int offset) {
    return content.capacity() < offset + 4 ? -1 : content.getInt(offset);
  }

  private Geometry points(ByteBuffer content, int offset, int count, int least)
      throws EOFException, BadGeometryException {
    if (count < 0 || content.capacity() < Math.max(least, offset + 16L * count)) {
      throw new EOFException("a shape has fewer points than it says");
    }
    budget.addVertices(count);
    return PointsAndLines.points(xy(content, offset, count), count);
  }

  private Geometry lines(ByteBuffer content) throws EOFException, BadGeometryException {
    int parts = count(content, 36);
    int points = requirePoints(content, parts);
    var lines = new ArrayList<LineString>();
    for (int part = 0; part < parts; part++) {
      int start = content.getInt(POLYGON_BYTES + 4 * part);
      int end = part + 1 < parts ? content.getInt(POLYGON_BYTES + 4 * part + 4) : points;
      requirePart(part, start, end, points);
      int offset = POLYGON_BYTES + 4 * parts + 16 * start;
      lines.add(PointsAndLines.line(xy(content, offset, end - start), end - start));
    }
    return PointsAndLines.lines(lines);
  }

  /** The number of points of a polygon or line, counted. */
  private int requirePoints(ByteBuffer content, int parts) throws EOFException {
    int points = parts < 0 ? -1 : count(content, 40);
    if (points < 0 || POLYGON_BYTES + 4L * parts + 16L * points > content.capacity()) {
      throw new EOFException("a shape has fewer points than it says");
    }
    budget.addVertices(points);
    return points;
  }

  private static void requirePart(int part, int start, int end, int points)
      throws BadGeometryException {
    if (start < 0 || end < start || end > points) {
      throw new BadGeometryException(GeometryIssues.UNREADABLE, "part " + part);
    }
  }

  private static double[] xy(ByteBuffer content, int offset, int count) {
    var xy = new double[2 * count];
    content.slice(offset, 16 * count).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(xy);
    return xy;
  }

  private static Shape failed(BadGeometryException reason) {
    return () -> {
      throw reason;
    };
  }

  private static String nameOf(int type) {
    return switch (type % 10) {
      case 1 -> "Point";
      case 3 -> "PolyLine";
      case 8 -> "MultiPoint";
      default -> "type " + type;
    };
  }

  private Shape polygon(ByteBuffer content) throws EOFException {
    int parts = count(content, 36);
    int points = requirePoints(content, parts);
    try {
      var polygons = RingNesting.polygons(rings(content, parts, points));
      var geometry = Polygons.joined(polygons);
      return () -> geometry;
    } catch (BadGeometryException e) {
      return failed(e);
    }
  }

  private static List<LinearRing> rings(ByteBuffer content, int parts, int points)
      throws BadGeometryException {
    var rings = new ArrayList<LinearRing>();
    for (int part = 0; part < parts; part++) {
      int start = content.getInt(POLYGON_BYTES + 4 * part);
      int end = part + 1 < parts ? content.getInt(POLYGON_BYTES + 4 * part + 4) : points;
      requirePart(part, start, end, points);
      int offset = POLYGON_BYTES + 4 * parts + 16 * start;
      rings.add(Polygons.ring(xy(content, offset, end - start), end - start));
    }
    return rings;
  }

  private InputRejectedException wrong(String reason) {
    return new InputRejectedException(
        FeatureFileIssues.WRONG_FORMAT.at(IssuePlace.ofFile(file.name()), "", "Shapefile", reason));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
