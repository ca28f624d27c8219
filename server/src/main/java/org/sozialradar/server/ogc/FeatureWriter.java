package org.sozialradar.server.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.filter.Value;
import org.sozialradar.filter.ValueType;
import org.sozialradar.server.features.CollectionFeature;
import org.sozialradar.server.features.FeatureCollection;
import org.sozialradar.server.features.FeatureField;
import org.sozialradar.server.geojson.GeometryJson;
import org.sozialradar.server.http.Json;

/** Writes features as GeoJSON, one after the other. */
final class FeatureWriter {
  private final FeatureCollection collection;
  private final List<FeatureField> fields;
  private final ReferenceSystem system;

  FeatureWriter(FeatureCollection collection, ItemsRequest request) {
    this.collection = collection;
    fields = request.chosen(collection).toList();
    system = request.system();
  }

  /**
   * A page as a FeatureCollection. It has no {@code timeStamp}, which would have to be the time of
   * the answer: the same page is the same bytes, and its entity tag says so.
   */
  byte[] page(ItemsPage page, List<OgcLink> links) {
    return written(
        json -> {
          json.writeStartObject();
          json.writeStringField("type", "FeatureCollection");
          json.writeNumberField("numberMatched", page.matched());
          json.writeNumberField("numberReturned", page.features().size());
          if (page.limit().isPresent()) {
            json.writeNumberField("limitApplied", page.limit().getAsInt());
          }
          json.writePOJOField("links", links);
          json.writePOJOField("provenance", collection.provenance());
          json.writeArrayFieldStart("features");
          for (var feature : page.features()) {
            json.writeStartObject();
            write(feature, json);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** One feature as a document. */
  byte[] document(CollectionFeature feature, List<OgcLink> links) {
    return written(
        json -> {
          json.writeStartObject();
          write(feature, json);
          json.writePOJOField("links", links);
          json.writePOJOField("provenance", collection.provenance());
          json.writeEndObject();
        });
  }

  private void write(CollectionFeature feature, JsonGenerator json) throws IOException {
    json.writeStringField("type", "Feature");
    json.writeStringField("id", feature.id());
    writeGeometry(feature, json);
    json.writeObjectFieldStart("properties");
    for (var field : fields) {
      json.writeFieldName(field.name());
      write(feature.row().get(field.name()), field.whole(), json);
    }
    json.writeEndObject();
  }

  private void writeGeometry(CollectionFeature feature, JsonGenerator json) throws IOException {
    json.writeFieldName("geometry");
    if (feature.geometry().isPresent()) {
      var shape = system.fromLonLat(feature.geometry().get());
      json.writePOJO(GeometryJson.of(shape, system.decimals()));
    } else {
      json.writeNull();
    }
  }

  private static void write(Value value, boolean whole, JsonGenerator json) throws IOException {
    if (value instanceof Value.Numeric numeric) {
      writeNumber(numeric.number(), whole, json);
    } else if (value instanceof Value.Truth truth) {
      json.writeBoolean(truth.truth());
    } else if (value instanceof Value.Text text) {
      json.writeString(text.text());
    } else if (value instanceof Value.When when) {
      json.writeString(text(when));
    } else {
      json.writeNull();
    }
  }

  private static String text(Value.When when) {
    var first = when.moment().first();
    return when.type() == ValueType.DATE
        ? LocalDate.ofInstant(first, ZoneOffset.UTC).toString()
        : first.toString();
  }

  /**
   * Numbers that may have decimals are written with a point, 3 as 3.0: programs that tell the type
   * of a column from its first values, as GDAL does, would cut off the decimals of those that
   * follow.
   */
  private static void writeNumber(double number, boolean whole, JsonGenerator json)
      throws IOException {
    if (whole) {
      json.writeNumber((long) number);
    } else {
      json.writeNumber(number);
    }
  }

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private static byte[] written(Body body) {
    var bytes = new ByteArrayOutputStream();
    try (var json = Json.MAPPER.getFactory().createGenerator(bytes)) {
      body.write(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory cannot fail", impossible);
    }
    return bytes.toByteArray();
  }
}
