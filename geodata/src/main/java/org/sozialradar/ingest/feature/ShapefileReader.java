package org.sozialradar.ingest.feature;

import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.zip.ZipException;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;

/**
 * Reads a Shapefile in a zip archive, with the attributes of its DBF table.
 *
 * <p>After the ESRI Shapefile Technical Description (July 1998), with and without Z or M, which are
 * dropped. Rows that the table marks as deleted are passed over. Safe for use by many threads.
 */
public final class ShapefileReader implements FeatureReader {
  private static final int MAX_PRJ_BYTES = 10_000;

  private final String layer;
  private final String encoding;
  private final WantedShapes wanted;

  /**
   * A reader of polygons.
   *
   * @param layer name of the Shapefile without its ending; empty if the archive has one only
   * @param encoding of the attributes; empty to take it from {@code .cpg} or the table
   */
  public ShapefileReader(String layer, String encoding) {
    this(layer, encoding, WantedShapes.POLYGONS);
  }

  /** As {@link #ShapefileReader(String, String)}, of other shapes. */
  public ShapefileReader(String layer, String encoding, WantedShapes wanted) {
    this.layer = layer;
    this.encoding = encoding;
    this.wanted = wanted;
  }

  @Override
  public String read(InputFile file, FeatureSink sink) {
    try (var archive = new ShapefileArchive(file, layer)) {
      readRecords(archive, file, sink);
      return archive.findText(".prj", MAX_PRJ_BYTES).orElse("");
    } catch (EOFException e) {
      throw new InputRejectedException(
          FeatureFileIssues.TRUNCATED.at(IssuePlace.ofFile(file.name()), "", reason(e)), e);
    } catch (ZipException e) {
      throw new InputRejectedException(
          FeatureFileIssues.WRONG_FORMAT.at(IssuePlace.ofFile(file.name()), "", "ZIP", reason(e)),
          e);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private void readRecords(ShapefileArchive archive, InputFile file, FeatureSink sink)
      throws IOException {
    var budget = new FeatureBudget(file);
    var charset = DbfCharset.of(encoding, archive.findText(".cpg", 100).orElse(""));
    try (var shapes = new ShapeStream(archive.open(".shp"), file, budget, wanted);
        var table = new DbfStream(archive.open(".dbf"), file, charset)) {
      for (long rows = 0; ; rows++) {
        var row = table.findNext();
        var shape = shapes.findNext();
        if (row.isEmpty() && shape.isEmpty()) {
          return;
        }
        if (row.isEmpty() || shape.isEmpty()) {
          throw archive.rejected(
              FeatureFileIssues.ROWS_DIFFER, "", rows + shapes.countRest(shape), table.rows());
        }
        pass(budget.nextFeature(), row.get(), shape.get(), sink);
      }
    }
  }

  private static void pass(
      long number, DbfStream.Row row, ShapeStream.Shape shape, FeatureSink sink) {
    if (row.deleted()) {
      return;
    }
    Map<String, String> properties = row.values();
    try {
      Geometry geometry = shape.geometry();
      sink.accept(new RawFeature(number, properties, geometry));
    } catch (BadGeometryException e) {
      sink.refuse(number, properties, e);
    }
  }
}
