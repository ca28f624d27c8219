package org.sozialradar.ingest.feature;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.wololo.flatgeobuf.PackedRTree;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Header;

/**
 * Reads FlatGeobuf (version 3) as a stream; its spatial index is passed over. Safe for use by many
 * threads.
 */
public final class FlatGeobufReader implements FeatureReader {
  private static final byte[] MAGIC = {'f', 'g', 'b', 3, 'f', 'g', 'b'};
  private static final int MAGIC_BYTES = 8;
  private static final int MAX_HEADER_BYTES = 8 << 20;
  private static final int MAX_FEATURE_BYTES = 1 << 30;
  private static final int SIZE_BYTES = 4;

  private final WantedShapes wanted;

  /** A reader of polygons. */
  public FlatGeobufReader() {
    this(WantedShapes.POLYGONS);
  }

  public FlatGeobufReader(WantedShapes wanted) {
    this.wanted = wanted;
  }

  @Override
  public String read(InputFile file, FeatureSink sink) {
    try (var in = new DataInputStream(new BufferedInputStream(file.open(), 1 << 16))) {
      return new Reading(file, in, sink, wanted).run();
    } catch (EOFException e) {
      throw new InputRejectedException(
          FeatureFileIssues.TRUNCATED.at(
              IssuePlace.ofFile(file.name()), "", String.valueOf(e.getMessage())),
          e);
    } catch (IOException e) {
      throw file.unreadable(e);
    } catch (IndexOutOfBoundsException
        | BufferUnderflowException
        | IllegalArgumentException
        | NegativeArraySizeException e) {
      // the generated accessors follow offsets of the file without looking where they lead
      throw wrong(file, "an offset leads nowhere", e);
    }
  }

  private static InputRejectedException wrong(InputFile file, String reason, Throwable cause) {
    return new InputRejectedException(
        FeatureFileIssues.WRONG_FORMAT.at(IssuePlace.ofFile(file.name()), "", "FlatGeobuf", reason),
        cause);
  }

  /** Whether a file begins as FlatGeobuf does. */
  static boolean isMagic(byte[] beginning) {
    return beginning.length >= MAGIC.length
        && ByteBuffer.wrap(beginning, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
  }

  /** The state of reading one file. */
  private static final class Reading {
    private final InputFile file;
    private final DataInputStream in;
    private final FeatureSink sink;
    private final FeatureBudget budget;
    private final WantedShapes wanted;

    Reading(InputFile file, DataInputStream in, FeatureSink sink, WantedShapes wanted) {
      this.wanted = wanted;
      this.file = file;
      this.in = in;
      this.sink = sink;
      this.budget = new FeatureBudget(file);
    }

    String run() throws IOException {
      if (!isMagic(in.readNBytes(MAGIC_BYTES))) {
        throw wrong(file, "it does not begin as version 3 does", null);
      }
      var header = Header.getRootAsHeader(sized(size(MAX_HEADER_BYTES)));
      skipIndex(header);
      var properties = new FlatGeobufProperties(header);
      long expected = header.featuresCount();
      for (long read = 0; expected == 0 || read < expected; read++) {
        if (expected == 0 && isAtEnd()) {
          break;
        }
        pass(Feature.getRootAsFeature(sized(size(MAX_FEATURE_BYTES))), header, properties);
      }
      return crs(header);
    }

    private boolean isAtEnd() throws IOException {
      in.mark(1);
      int next = in.read();
      in.reset();
      return next < 0;
    }

    private int size(int limit) throws IOException {
      int size = Integer.reverseBytes(in.readInt());
      if (size < SIZE_BYTES || size > limit) {
        throw wrong(file, "a part of " + Integer.toUnsignedString(size) + " bytes", null);
      }
      return size;
    }

    private ByteBuffer sized(int size) throws IOException {
      return ByteBuffer.wrap(ShapefileArchive.readFully(in, size)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void skipIndex(Header header) throws IOException {
      long count = header.featuresCount();
      if (header.indexNodeSize() < 2 || count == 0) {
        return;
      }
      if (count < 0 || count > file.limits().rows()) {
        throw new InputRejectedException(
            FeatureFileIssues.TOO_MANY_FEATURES.at(
                IssuePlace.ofFile(file.name()), "", file.limits().rows()));
      }
      skip(in, PackedRTree.calcSize(Math.toIntExact(count), header.indexNodeSize()));
    }

    private static void skip(InputStream in, long bytes) throws IOException {
      in.skipNBytes(bytes);
    }

    private void pass(Feature feature, Header header, FlatGeobufProperties columns) {
      long number = budget.nextFeature();
      Map<String, String> properties = columns.of(feature);
      try {
        var geometry =
            FlatGeobufGeometry.of(feature.geometry(), header.geometryType(), budget, wanted);
        sink.accept(new RawFeature(number, properties, geometry));
      } catch (BadGeometryException e) {
        sink.refuse(number, properties, e);
      }
    }

    private static String crs(Header header) {
      var crs = header.crs();
      if (crs == null) {
        return "";
      }
      if (crs.code() != 0) {
        return (crs.org() == null ? "EPSG" : crs.org()) + ":" + crs.code();
      }
      return crs.wkt() == null ? "" : crs.wkt();
    }
  }
}
