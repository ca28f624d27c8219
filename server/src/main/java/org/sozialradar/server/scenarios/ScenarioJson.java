package org.sozialradar.server.scenarios;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.sozialradar.area.AreaCode;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.estimation.Contribution;
import org.sozialradar.estimation.ScenarioEffect;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.text.Bilingual;

/**
 * Writes a scenario: areas as columns in the order of their codes, groups as objects. Levels have
 * the digits of the indicator, changes one more.
 */
final class ScenarioJson {
  private static final Bilingual WORDS = Bilingual.of(ScenarioJson.class, "scenarios");

  private final ScenarioQuery query;
  private final Indicator indicator;
  private final JsonGenerator json;
  private final double level;
  private final double fine;

  private ScenarioJson(ScenarioQuery query, JsonGenerator json) {
    this.query = query;
    this.json = json;
    indicator = query.snapshot().indicators().get(query.model().indicatorId());
    level = Math.pow(10, indicator.decimals());
    fine = 10 * level;
  }

  /** What a reader has to know. */
  private record Note(String kind, LocalizedText text) {}

  static byte[] write(ScenarioQuery query) {
    var out = new ByteArrayOutputStream(1 << 16);
    try (var json = Json.MAPPER.createGenerator(out)) {
      new ScenarioJson(query, json).write();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private void write() throws IOException {
    json.writeStartObject();
    writeProvenance();
    writeModel();
    writeCovariates();
    writeAreas();
    writeGroups("districts", query.districts());
    writeGroups("municipalities", query.municipalities());
    json.writeFieldName("selection");
    if (query.selection().isEmpty()) {
      json.writeNull();
    } else {
      writeGroup(query.selection().get(0));
    }
    json.writeObjectField("missing", query.missing().stream().map(AreaCode::value).toList());
    json.writeObjectField("notes", notes());
    json.writeEndObject();
  }

  private void writeGroups(String name, List<ScenarioQuery.Group> groups) throws IOException {
    json.writeArrayFieldStart(name);
    for (var group : groups) {
      writeGroup(group);
    }
    json.writeEndArray();
  }

  private void writeProvenance() throws IOException {
    var datasets = new ArrayList<String>();
    datasets.add(indicator.datasetId());
    for (var covariate : query.model().covariates()) {
      datasets.add(query.snapshot().indicators().get(covariate.indicator()).datasetId());
    }
    var provenance = Provenance.of(query.snapshot(), datasets);
    json.writeNumberField("revision", provenance.revision());
    json.writeBooleanField("example", provenance.example());
    json.writeStringField("licence", provenance.licence());
    json.writeStringField("attribution", provenance.attribution());
    json.writeObjectField("sources", provenance.sources());
  }

  private void writeModel() throws IOException {
    var model = query.model();
    json.writeStringField("model", query.request().model());
    json.writeStringField("outcome", query.request().outcome());
    json.writeStringField("indicator", indicator.id());
    json.writeObjectField("name", indicator.name());
    json.writeObjectField("unit", indicator.unit());
    json.writeNumberField("decimals", indicator.decimals());
    json.writeStringField("period", model.period().id());
    json.writeStringField("edition", model.edition());
    json.writeStringField("level", model.level());
    json.writeNumberField("draws", query.request().draws());
    json.writeNumberField("seed", query.request().seed());
  }

  private void writeCovariates() throws IOException {
    var fit = query.model().fit();
    json.writeArrayFieldStart("covariates");
    for (int c = 0; c < fit.covariates().size(); c++) {
      var covariate = query.model().covariates().get(c);
      var definition = query.snapshot().indicators().get(covariate.indicator());
      json.writeStartObject();
      json.writeStringField("indicator", covariate.indicator());
      json.writeObjectField("name", definition.name());
      json.writeObjectField("unit", definition.unit());
      json.writeNumberField("decimals", definition.decimals());
      json.writeStringField("period", covariate.period().id());
      json.writeFieldName("observed");
      writeRange(fit.lowest(c), fit.highest(c));
      json.writeFieldName("change");
      writeChange(covariate.indicator());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeRange(double lowest, double highest) throws IOException {
    if (!Double.isFinite(lowest)) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeNumberField("lower", lowest);
    json.writeNumberField("upper", highest);
    json.writeEndObject();
  }

  private void writeChange(String covariate) throws IOException {
    for (var change : query.request().changes()) {
      if (change.indicator().equals(covariate)) {
        json.writeStartObject();
        if (change.kind() == ScenarioChange.Kind.LIKE) {
          json.writeStringField("like", change.like());
        } else {
          json.writeNumberField(change.kind().label(), change.amount());
        }
        json.writeEndObject();
        return;
      }
    }
    json.writeNull();
  }

  private void writeAreas() throws IOException {
    json.writeObjectFieldStart("areas");
    json.writeArrayFieldStart("codes");
    for (var one : query.areas()) {
      json.writeString(one.area().code().value());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("names");
    for (var one : query.areas()) {
      json.writeString(one.area().name());
    }
    json.writeEndArray();
    writeColumns("before", ScenarioEffect::before, level);
    writeColumns("after", ScenarioEffect::after, level);
    writeColumns("change", ScenarioEffect::change, fine);
    writeContributions();
    writeFlags();
    json.writeEndObject();
  }

  private void writeColumns(
      String name, java.util.function.Function<ScenarioEffect, Estimate> part, double steps)
      throws IOException {
    boolean change = name.equals("change");
    json.writeObjectFieldStart(name);
    writeColumn("value", one -> part.apply(one).value(), steps);
    writeColumn("lower", one -> end(one, change, part.apply(one).lower()), steps);
    writeColumn("upper", one -> end(one, change, part.apply(one).upper()), steps);
    json.writeEndObject();
  }

  /** What does not change has no interval. */
  private static double end(ScenarioEffect effect, boolean change, double end) {
    return change && !effect.isChanged() ? Double.NaN : end;
  }

  private void writeColumn(String name, ToDoubleFunction<ScenarioEffect> part, double steps)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (var one : query.areas()) {
      writeNumber(part.applyAsDouble(one.effect()), steps);
    }
    json.writeEndArray();
  }

  private void writeNumber(double value, double steps) throws IOException {
    double rounded = Math.rint(value * query.model().factor() * steps) / steps;
    if (!Double.isFinite(rounded)) {
      json.writeNull();
    } else if (rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15) {
      json.writeNumber((long) rounded);
    } else {
      json.writeNumber(rounded);
    }
  }

  /** Of the indicators that the question changes: what each does to the result. */
  private void writeContributions() throws IOException {
    json.writeObjectFieldStart("contributions");
    for (var change : query.request().changes()) {
      writeColumn(change.indicator(), one -> contribution(one, change.indicator()), fine);
    }
    json.writeEndObject();
  }

  private static double contribution(ScenarioEffect effect, String covariate) {
    for (var one : effect.contributions()) {
      if (one.covariate().equals(covariate)) {
        return one.effect();
      }
    }
    return 0;
  }

  /** Of the areas that have one, by their code; and who was predicted without a direct value. */
  private void writeFlags() throws IOException {
    json.writeObjectFieldStart("outside");
    for (var one : query.areas()) {
      if (!one.effect().outsideObservedRange().isEmpty()) {
        json.writeObjectField(one.area().code().value(), one.effect().outsideObservedRange());
      }
    }
    json.writeEndObject();
    json.writeArrayFieldStart("extrapolated");
    for (var one : query.areas()) {
      if (one.effect().extrapolated()) {
        json.writeString(one.area().code().value());
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("synthetic");
    var fit = query.model().fit();
    for (var one : query.areas()) {
      if (!fit.isSampled(fit.indexOf(one.area().code()))) {
        json.writeString(one.area().code().value());
      }
    }
    json.writeEndArray();
  }

  private void writeGroup(ScenarioQuery.Group group) throws IOException {
    var effect = group.effect();
    json.writeStartObject();
    if (!group.code().isEmpty()) {
      json.writeStringField("code", group.code());
      json.writeStringField("name", group.name());
    }
    json.writeNumberField("areas", group.of());
    json.writeNumberField("weighted", group.weighted());
    writeEstimate("before", effect.before(), level, true);
    writeEstimate("after", effect.after(), level, true);
    writeEstimate("change", effect.change(), fine, effect.isChanged());
    json.writeObjectFieldStart("contributions");
    for (Contribution one : effect.contributions()) {
      json.writeFieldName(one.covariate());
      writeNumber(one.effect(), fine);
    }
    json.writeEndObject();
    json.writeObjectField("outside", effect.outsideObservedRange());
    json.writeBooleanField("extrapolated", effect.extrapolated());
    json.writeEndObject();
  }

  private void writeEstimate(String name, Estimate estimate, double steps, boolean interval)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeFieldName("value");
    writeNumber(estimate.value(), steps);
    json.writeFieldName("lower");
    writeNumber(interval ? estimate.lower() : Double.NaN, steps);
    json.writeFieldName("upper");
    writeNumber(interval ? estimate.upper() : Double.NaN, steps);
    json.writeEndObject();
  }

  private List<Note> notes() {
    var notes = new ArrayList<Note>();
    notes.add(new Note("association", WORDS.get("note.association")));
    notes.add(new Note("intervals", WORDS.get("note.intervals")));
    outside()
        .forEach(
            (covariate, areas) ->
                notes.add(
                    new Note(
                        "outside",
                        WORDS.about(
                            "note.outside",
                            query.snapshot().indicators().get(covariate).name(),
                            areas))));
    long extrapolated = query.areas().stream().filter(one -> one.effect().extrapolated()).count();
    if (extrapolated > 0) {
      notes.add(new Note("extrapolated", WORDS.get("note.extrapolated", extrapolated)));
    }
    if (!query.missing().isEmpty()) {
      notes.add(new Note("missing", WORDS.get("note.missing", query.missing().size())));
    }
    boolean unweighted =
        query.selection().isEmpty() || query.selection().get(0).weighted() < query.areas().size();
    if (unweighted) {
      notes.add(new Note("unweighted", WORDS.get("note.unweighted")));
    }
    return notes;
  }

  private Map<String, Integer> outside() {
    var counts = new LinkedHashMap<String, Integer>();
    for (var one : query.areas()) {
      one.effect().outsideObservedRange().forEach(name -> counts.merge(name, 1, Integer::sum));
    }
    return counts;
  }
}
