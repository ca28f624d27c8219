package org.sozialradar.export.feature;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import org.sozialradar.filter.Value;

/**
 * Writes GeoJSON (RFC 7946): one collection, with the description of the layer in its member {@code
 * metadata} before the features; or newline-delimited, a feature in each line and nothing else.
 */
public final class GeoJsonFeatures extends RowSink {
  /** Whole numbers up to here are written without a fraction. */
  private static final double MOST_WHOLE = 1L << 53;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .build();

  private static final ObjectMapper TREES = new ObjectMapper();

  private final JsonGenerator json;
  private final GeoJsonShape shapes;
  private final boolean lines;

  private GeoJsonFeatures(ExportLayer layer, OutputStream out, boolean lines) throws IOException {
    super(layer);
    this.lines = lines;
    json = JSON.createGenerator(out);
    json.setRootValueSeparator(null);
    shapes = new GeoJsonShape(json);
  }

  /** Writes one collection. */
  public static GeoJsonFeatures collection(ExportLayer layer, OutputStream out) throws IOException {
    var sink = new GeoJsonFeatures(layer, out, false);
    sink.begin();
    return sink;
  }

  /** Writes a feature in each line. */
  public static GeoJsonFeatures lines(ExportLayer layer, OutputStream out) throws IOException {
    return new GeoJsonFeatures(layer, out, true);
  }

  private void begin() throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    // GDAL, QGIS and R name the layer after it.
    json.writeStringField("name", layer().name());
    json.writeFieldName("metadata");
    TREES.writeTree(json, LayerDescription.of(layer()));
    json.writeArrayFieldStart("features");
    json.flush();
  }

  @Override
  protected void append(ExportRow row) throws IOException {
    if (!lines) {
      json.writeRaw('\n');
    }
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", row.id());
    json.writeFieldName("geometry");
    var geometry = row.geometry().filter(one -> !one.isEmpty());
    if (geometry.isPresent()) {
      shapes.write(geometry.get());
    } else {
      json.writeNull();
    }
    properties(row);
    json.writeEndObject();
    if (lines) {
      json.writeRaw('\n');
    }
  }

  private void properties(ExportRow row) throws IOException {
    json.writeObjectFieldStart("properties");
    for (int i = 0; i < layer().columns().size(); i++) {
      json.writeFieldName(layer().columns().get(i).name());
      value(row.values().get(i));
    }
    json.writeEndObject();
  }

  private void value(Value value) throws IOException {
    if (value instanceof Value.Numeric numeric) {
      number(numeric.number());
    } else if (value instanceof Value.Truth truth) {
      json.writeBoolean(truth.truth());
    } else if (value instanceof Value.Missing) {
      json.writeNull();
    } else {
      json.writeString(ValueText.of(value));
    }
  }

  private void number(double number) throws IOException {
    if (number == Math.rint(number) && Math.abs(number) <= MOST_WHOLE) {
      json.writeNumber((long) number);
    } else {
      json.writeNumber(number);
    }
  }

  @Override
  protected void end() throws IOException {
    if (!lines) {
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    json.flush();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
