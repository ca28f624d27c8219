package org.sozialradar.server.indicators;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.NClass;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.snapshot.Provenance;

/**
 * Writes values as columns: codes, values, ends of the intervals, and one letter of status for each
 * area.
 */
final class ValuesJson {
  private final ValuesSelection selection;
  private final List<Estimate> column;
  private final Reference reference;
  private final JsonGenerator json;

  private ValuesJson(ValuesSelection selection, JsonGenerator json) {
    this.selection = selection;
    this.json = json;
    column = selection.table().column(selection.period());
    reference = Reference.of(selection);
  }

  static byte[] write(ValuesSelection selection) {
    var out = new ByteArrayOutputStream(1 << 16);
    try (var json = Json.MAPPER.createGenerator(out)) {
      new ValuesJson(selection, json).write();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private void write() throws IOException {
    json.writeStartObject();
    writeSelection();
    writeProvenance();
    writeStatuses();
    writeCodes();
    writeColumn("values", Estimate::value);
    boolean intervals = column.stream().anyMatch(one -> Double.isFinite(one.lower()));
    if (intervals) {
      writeColumn("lower", Estimate::lower);
      writeColumn("upper", Estimate::upper);
    } else {
      json.writeNullField("lower");
      json.writeNullField("upper");
    }
    var letters = new StringBuilder(column.size());
    column.forEach(one -> letters.append(one.status().letter()));
    json.writeStringField("status", letters.toString());
    writeRespondents();
    json.writeObjectField("reference", reference);
    json.writeEndObject();
  }

  private void writeRespondents() throws IOException {
    String letters = NClass.letters(column);
    if (letters.isEmpty()) {
      json.writeNullField("respondents");
      json.writeNullField("respondentClasses");
      return;
    }
    json.writeStringField("respondents", letters);
    var labels = new TreeMap<String, String>();
    column.stream()
        .map(Estimate::nClass)
        .distinct()
        .forEach(one -> labels.put(String.valueOf(one.letter()), one.label()));
    json.writeObjectField("respondentClasses", labels);
  }

  private void writeSelection() throws IOException {
    var indicator = selection.indicator();
    var origin = selection.table().origin(selection.period());
    json.writeNumberField("revision", selection.snapshot().revision().number());
    json.writeStringField("indicator", indicator.id());
    json.writeStringField("edition", selection.edition());
    json.writeStringField("level", selection.level());
    json.writeStringField("period", selection.period().id());
    json.writeObjectField("unit", indicator.unit());
    json.writeNumberField("decimals", indicator.decimals());
    json.writeStringField("nativeLevel", origin.level());
    json.writeStringField("nativeEdition", origin.edition());
    json.writeBooleanField("aggregated", origin.aggregated());
  }

  private void writeProvenance() throws IOException {
    var origins = new ArrayList<>(reference.origins());
    origins.add(selection.table().origin(selection.period()));
    var provenance = Provenance.of(selection.snapshot(), selection.indicator(), origins);
    json.writeStringField("dataset", provenance.dataset());
    json.writeBooleanField("example", provenance.example());
    json.writeStringField("licence", provenance.licence());
    json.writeStringField("attribution", provenance.attribution());
    json.writeStringField("vintage", provenance.vintage());
    json.writeStringField("publisher", provenance.publisher());
    json.writeObjectField("sources", provenance.sources());
  }

  private void writeStatuses() throws IOException {
    var labels = new TreeMap<String, String>();
    column.stream()
        .map(Estimate::status)
        .distinct()
        .forEach(status -> labels.put(String.valueOf(status.letter()), status.label()));
    json.writeObjectField("statuses", labels);
  }

  private void writeCodes() throws IOException {
    json.writeArrayFieldStart("codes");
    for (var code : selection.table().codes()) {
      json.writeString(code.value());
    }
    json.writeEndArray();
  }

  private void writeColumn(String name, ToDoubleFunction<Estimate> part) throws IOException {
    int decimals = selection.indicator().decimals();
    json.writeArrayFieldStart(name);
    for (var estimate : column) {
      double value = part.applyAsDouble(estimate);
      if (Double.isFinite(value)) {
        json.writeNumber(Decimals.round(value, decimals));
      } else {
        json.writeNull();
      }
    }
    json.writeEndArray();
  }

  /** The label of a status as it stands in answers. */
  static String letter(ObservationStatus status) {
    return String.valueOf(status.letter());
  }
}
