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

  private final DataInputStream in;
  private final InputFile file;
  private final FeatureBudget budget;
  private final long length;
  private long position = HEADER_BYTES;

  ShapeStream(DataInputStream in, InputFile file, FeatureBudget budget) throws IOException {
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
      default -> failed(new BadGeometryException(GeometryIssues.WRONG_TYPE, nameOf(type)));
    };
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
    int parts = content.capacity() < POLYGON_BYTES ? -1 : content.getInt(36);
    int points = parts < 0 ? -1 : content.getInt(40);
    if (points < 0 || POLYGON_BYTES + 4L * parts + 16L * points > content.capacity()) {
      throw new EOFException("a polygon has fewer points than it says");
    }
    budget.addVertices(points);
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
      if (start < 0 || end < start || end > points) {
        throw new BadGeometryException(GeometryIssues.UNREADABLE, "part " + part);
      }
      rings.add(ring(content, POLYGON_BYTES + 4 * parts + 16 * start, end - start));
    }
    return rings;
  }

  private static LinearRing ring(ByteBuffer content, int offset, int count)
      throws BadGeometryException {
    var xy = new double[2 * count];
    content.slice(offset, 16 * count).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(xy);
    return Polygons.ring(xy, count);
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
