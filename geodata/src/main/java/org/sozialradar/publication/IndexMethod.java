package org.sozialradar.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sozialradar.composite.IndexIndicator;
import org.sozialradar.composite.IndexResult;
import org.sozialradar.composite.PeerGroup;
import org.sozialradar.composite.RankDraws;
import org.sozialradar.composite.RankIntervals;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ReferencePeriod;

/** Writes how an index was made, what each area's score consists of and how certain ranks are. */
final class IndexMethod {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DIGITS = 4;

  private final IndexDefinition index;
  private final PublishedValues values;
  private final Map<String, ReferencePeriod> periods;
  private final IndexResult result;
  private final RankDraws draws;

  IndexMethod(
      IndexDefinition index,
      PublishedValues values,
      Map<String, ReferencePeriod> periods,
      IndexResult result,
      RankDraws draws) {
    this.index = index;
    this.values = values;
    this.periods = periods;
    this.result = result;
    this.draws = draws;
  }

  /** The document of the index, and one for each dimension that points to it. */
  List<MethodDocument> documents(List<PeerGroup> groups) {
    var documents = new ArrayList<MethodDocument>();
    var whole = definition(JSON.objectNode());
    whole.set("contributions", contributions());
    whole.set("ranks", ranks(groups));
    documents.add(document(index.id(), whole));
    for (var dimension : index.composite().dimensions()) {
      var own = definition(JSON.objectNode().put("dimension", dimension.id()));
      documents.add(document(index.indicatorId(dimension.id()), own));
    }
    return documents;
  }

  private MethodDocument document(String id, ObjectNode json) {
    return new MethodDocument(
        id, index.extent().period(), index.id(), MethodDocument.Kind.INDEX, Json.write(json));
  }

  private ObjectNode definition(ObjectNode json) {
    var composite = index.composite();
    json.put("kind", "index");
    json.put("index", index.id());
    json.set("title", SurveyMethod.text(index.wording().title()));
    json.set("description", SurveyMethod.text(index.wording().description()));
    json.put("level", index.extent().level());
    json.put("edition", index.extent().edition());
    json.put("period", index.extent().period().id());
    json.put("definitionSha256", index.sha256());
    json.put("revisionOfInputs", values.revision());
    json.put("seed", index.plan().seed());
    json.put("draws", index.plan().draws());
    json.set("normalisation", IndexParameters.of(composite.normalisation()));
    json.set("outlierTreatment", IndexParameters.of(composite.outliers()));
    json.set("weighting", IndexParameters.of(composite.dimensionWeights()));
    json.put("within", label(composite.within()));
    json.put("across", label(composite.across()));
    json.set("dimensions", dimensions());
    json.set("inputs", inputs());
    if (!result.components().isEmpty()) {
      json.set("components", IndexParameters.of(result.components()));
    }
    var warnings = json.putArray("warnings");
    result
        .warnings()
        .forEach(
            one ->
                warnings
                    .addObject()
                    .put("kind", one.kind().label())
                    .put("subject", one.subject())
                    .put("detail", one.detail()));
    return json;
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private ArrayNode dimensions() {
    var list = JSON.arrayNode();
    for (var dimension : index.composite().dimensions()) {
      var node = list.addObject();
      node.put("id", dimension.id());
      node.put("indicator", index.indicatorId(dimension.id()));
      node.set("title", SurveyMethod.text(index.wording().dimensions().get(dimension.id())));
      node.put("weight", result.dimensionWeights().get(dimension.id()));
      var indicators = node.putArray("indicators");
      dimension.indicators().stream().map(IndexIndicator::id).forEach(indicators::add);
      node.set("weighting", IndexParameters.of(dimension.weights()));
    }
    return list;
  }

  private ArrayNode inputs() {
    var list = JSON.arrayNode();
    var indicators = index.composite().indicators();
    for (int i = 0; i < indicators.size(); i++) {
      String id = indicators.get(i).id();
      var node = list.addObject();
      node.put("indicator", id);
      node.set("name", SurveyMethod.text(values.indicator(id, index.field(id)).name()));
      node.put("period", periods.get(id).id());
      values.datasets(id).forEach(node.putArray("datasets")::add);
      node.put("direction", label(indicators.get(i).direction()));
      node.put("weight", result.weights().get(id));
      node.put("totalWeight", result.totalWeights().get(id));
      var drawnIn = node.putArray("outliersDrawnIn");
      result.drawnIn(i).forEach(code -> drawnIn.add(code.value()));
    }
    return list;
  }

  /** Columns over the areas: contributions by indicator, and what is missing where. */
  private ObjectNode contributions() {
    var node = JSON.objectNode();
    var areas = node.putArray("areas");
    var completeness = node.putArray("completeness");
    var missing = node.putObject("missing");
    for (int row = 0; row < result.codes().size(); row++) {
      String code = result.codes().get(row).value();
      areas.add(code);
      completeness.add(label(result.completeness(row)).replace('_', '-'));
      var reasons = JSON.objectNode();
      result.missing(row).forEach(one -> reasons.put(one.indicator(), one.reason().label()));
      if (!reasons.isEmpty()) {
        missing.set(code, reasons);
      }
    }
    var byIndicator = node.putObject("indicators");
    var indicators = index.composite().indicators();
    for (int i = 0; i < indicators.size(); i++) {
      var column = byIndicator.putArray(indicators.get(i).id());
      for (int row = 0; row < result.codes().size(); row++) {
        add(column, result.contribution(i, row));
      }
    }
    return node;
  }

  private static void add(ArrayNode column, double value) {
    if (Double.isNaN(value)) {
      column.addNull();
    } else {
      column.add(Decimals.round(value, DIGITS).doubleValue());
    }
  }

  private ObjectNode ranks(List<PeerGroup> groups) {
    int[] first = index.first().stream().mapToInt(Integer::intValue).toArray();
    var node = JSON.objectNode();
    node.set("all", intervals(draws.intervals(first)));
    var peers = node.putArray("peers");
    for (var group : groups) {
      if (group.members().stream().filter(draws.codes()::contains).count() > 1) {
        var one = intervals(draws.within(group, first));
        one.put("id", group.id());
        one.put("kind", label(group.kind()).replace('_', '-'));
        peers.add(one);
      }
    }
    return node;
  }

  /** Ranks with their intervals, in columns over the areas that have a score. */
  private static ObjectNode intervals(RankIntervals intervals) {
    var node = JSON.objectNode();
    for (int row = 0; row < intervals.codes().size(); row++) {
      var rank = intervals.at(row);
      node.withArray("areas").add(intervals.codes().get(row).value());
      node.withArray("nominal").add(rank.nominal());
      node.withArray("median").add(rank.median());
      node.withArray("lower").add(rank.lower());
      node.withArray("upper").add(rank.upper());
    }
    for (int k : intervals.first()) {
      var column = node.withObject("/amongFirst").putArray(Integer.toString(k));
      for (int row = 0; row < intervals.codes().size(); row++) {
        column.add(intervals.probabilityAmongFirst(k, row));
      }
    }
    return node;
  }
}
