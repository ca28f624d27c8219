package org.sozialradar.sample;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.sozialradar.area.AreaCode;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.feature.BadGeometryException;
import org.sozialradar.ingest.feature.FeatureSink;
import org.sozialradar.ingest.feature.GeoJsonReader;
import org.sozialradar.ingest.feature.RawFeature;

/**
 * GeoJSON of the sample: keys {@code AGS}, {@code GEN} and {@code BEZ} as in VG250, coordinates
 * with {@value #DECIMALS} decimals (about a metre), a feature a line, packed by gzip.
 */
final class GeoJsonFile {
  private static final int DECIMALS = 5;

  private GeoJsonFile() {}

  static List<SampleFeature> read(Path path) {
    var features = new ArrayList<SampleFeature>();
    new GeoJsonReader()
        .read(InputFile.of(path, ImportLimits.STANDARD), new Collecting(path, features));
    return features;
  }

  private record Collecting(Path path, List<SampleFeature> features) implements FeatureSink {
    @Override
    public void accept(RawFeature feature) {
      var properties = feature.properties();
      features.add(
          new SampleFeature(
              new AreaCode(properties.get("AGS")),
              properties.get("GEN"),
              properties.get("BEZ"),
              feature.geometry()));
    }

    @Override
    public void refuse(long number, Map<String, String> properties, BadGeometryException reason) {
      throw new IllegalArgumentException(path + ": feature " + number, reason);
    }
  }

  /** A copy with the coordinates that the file will have. */
  static Geometry rounded(Geometry geometry) {
    var copy = geometry.copy();
    copy.apply(new Rounding());
    copy.geometryChanged();
    return copy;
  }

  private static final class Rounding implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence points, int i) {
      points.setOrdinate(i, 0, decimal(points.getX(i)).doubleValue());
      points.setOrdinate(i, 1, decimal(points.getY(i)).doubleValue());
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }

  private static BigDecimal decimal(double degrees) {
    var rounded = new BigDecimal(degrees).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
  }

  static void write(Path path, Collection<SampleFeature> features) throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(path));
        var json = new JsonFactory().createGenerator(out)) {
      json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeArrayFieldStart("features");
      for (var feature : features) {
        json.writeRaw('\n');
        write(json, feature);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void write(JsonGenerator json, SampleFeature feature) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeObjectFieldStart("properties");
    json.writeStringField("AGS", feature.code().value());
    json.writeStringField("GEN", feature.name());
    json.writeStringField("BEZ", feature.designation());
    json.writeEndObject();
    json.writeObjectFieldStart("geometry");
    boolean single = feature.geometry().getNumGeometries() == 1;
    json.writeStringField("type", single ? "Polygon" : "MultiPolygon");
    json.writeFieldName("coordinates");
    if (single) {
      write(json, (Polygon) feature.geometry().getGeometryN(0));
    } else {
      writeParts(json, feature.geometry());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeParts(JsonGenerator json, Geometry parts) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < parts.getNumGeometries(); i++) {
      write(json, (Polygon) parts.getGeometryN(i));
    }
    json.writeEndArray();
  }

  /** Rings as RFC 7946 wants them: the outer one against the clock, holes with it. */
  private static void write(JsonGenerator json, Polygon polygon) throws IOException {
    var normal = (Polygon) polygon.norm();
    json.writeStartArray();
    write(json, normal.getExteriorRing().reverse());
    for (int i = 0; i < normal.getNumInteriorRing(); i++) {
      write(json, normal.getInteriorRingN(i).reverse());
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, LinearRing ring) throws IOException {
    json.writeStartArray();
    for (var point : ring.getCoordinates()) {
      json.writeStartArray();
      json.writeNumber(decimal(point.x));
      json.writeNumber(decimal(point.y));
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
