package org.sozialradar.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sozialradar.estimation.AreaRole;
import org.sozialradar.estimation.ModelDiagnostics;
import org.sozialradar.estimation.ModelFit;
import org.sozialradar.estimation.ModelScale;
import org.sozialradar.estimation.Prediction;
import org.sozialradar.estimation.SharedErrors;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.MethodDocument;

/** Writes how a prediction was made, with what a researcher needs to check it. */
final class ModelMethod {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int PERMUTATIONS = 999;

  private final ModelDefinition model;
  private final SurveySource source;
  private final PublishedValues values;
  private final PublishedValues.Place place;

  ModelMethod(
      ModelDefinition model,
      SurveySource source,
      PublishedValues values,
      PublishedValues.Place place) {
    this.model = model;
    this.source = source;
    this.values = values;
    this.place = place;
  }

  MethodDocument of(
      SurveyResult result,
      ModelFit fit,
      Covariates covariates,
      List<Prediction> predictions,
      Optional<AreaWeights> weights,
      IndicatorTable shown) {
    var json = JSON.objectNode();
    json.put("kind", "model");
    json.put("model", model.id());
    json.set("title", SurveyMethod.text(model.title()));
    json.set("description", SurveyMethod.text(model.description()));
    json.put("survey", source.questionnaire().id());
    json.put("wave", model.wave().id());
    json.put("outcome", SurveyResult.indicatorId(source.questionnaire(), result.id()));
    json.put("definitionSha256", model.sha256());
    json.put("revisionOfInputs", values.revision());
    json.put("seed", model.seed());
    json.put("scale", fit.input().scale() == ModelScale.ARCSINE ? "arcsine" : "identity");
    json.put("method", fit.method().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.set("covariates", covariates(covariates));
    json.set("areas", areas(fit));
    json.set("fit", fit(fit));
    json.set("diagnostics", diagnostics(fit));
    model.benchmark().ifPresent(one -> json.set("benchmark", benchmark(one)));
    weights.ifPresent(some -> json.set("weights", weights(some)));
    json.set("errors", errors(result, fit, weights, shown));
    json.put("extrapolated", predictions.stream().filter(Prediction::extrapolated).count());
    return new MethodDocument(
        model.indicatorId(result.id()),
        model.wave(),
        model.id(),
        MethodDocument.Kind.MODEL,
        Json.write(json));
  }

  private ObjectNode benchmark(ModelDefinition.Benchmark benchmark) {
    String weights = benchmark.weights();
    var period = values.newest(weights, place, model.wave(), "benchmark/weights");
    var node = JSON.objectNode();
    node.put("level", benchmark.level());
    node.put("weights", weights);
    node.put("period", period.id());
    values.datasets(weights).forEach(node.putArray("datasets")::add);
    return node;
  }

  private ObjectNode weights(AreaWeights weights) {
    var node = JSON.objectNode();
    node.put("indicator", weights.indicator());
    node.put("period", weights.period().id());
    node.put("draws", CoarserPredictions.DRAWS);
    values.datasets(weights.indicator()).forEach(node.putArray("datasets")::add);
    return node;
  }

  /** What errors of areas have in common, from numbers as they are published. */
  private ObjectNode errors(
      SurveyResult result, ModelFit fit, Optional<AreaWeights> weights, IndicatorTable shown) {
    var published =
        fit.input().areas().stream()
            .map(code -> unscaled(shown.find(code, model.wave()).orElseThrow(), result.factor()))
            .toList();
    var errors = SharedErrors.of(fit, published, result.factor());
    var node = JSON.objectNode();
    node.put("level", place.level());
    node.put("edition", place.edition());
    var areas = node.putArray("areas");
    for (int i = 0; i < errors.areas().size(); i++) {
      var area = areas.addObject();
      area.put("code", errors.areas().get(i).value());
      area.put("tenthsOfLine", errors.tenthsOfLine(i));
      int place = i;
      weights.ifPresent(some -> area.put("weight", some.amounts().get(place)));
      var line = area.putArray("line");
      for (double part : errors.line(i)) {
        line.add(part);
      }
    }
    return node;
  }

  private static Estimate unscaled(Estimate shown, double factor) {
    return new Estimate(
        shown.value() / factor, shown.lower() / factor, shown.upper() / factor, shown.status());
  }

  private ArrayNode covariates(Covariates covariates) {
    var list = JSON.arrayNode();
    for (var column : covariates.columns()) {
      var node = list.addObject();
      node.put("indicator", column.indicator());
      node.put("period", column.period().id());
      values.datasets(column.indicator()).forEach(node.putArray("datasets")::add);
      node.set(
          "name", SurveyMethod.text(values.indicator(column.indicator(), "covariates").name()));
    }
    return list;
  }

  private static ObjectNode areas(ModelFit fit) {
    var input = fit.input();
    var node = JSON.objectNode();
    for (var role : AreaRole.values()) {
      long count = 0;
      for (int i = 0; i < input.size(); i++) {
        count += input.role(i) == role ? 1 : 0;
      }
      node.put(role.name().toLowerCase(Locale.ROOT).replace('_', '-'), count);
    }
    return node;
  }

  private static ObjectNode fit(ModelFit fit) {
    var node = JSON.objectNode();
    node.put("variance", fit.variance());
    node.put("varianceStandardError", fit.varianceStandardError());
    node.put("logLikelihood", fit.logLikelihood());
    node.put("steps", fit.steps());
    var coefficients = node.putArray("coefficients");
    for (var one : fit.coefficients()) {
      var entry = coefficients.addObject();
      entry.put("term", one.term());
      entry.put("value", one.value());
      entry.put("standardError", one.standardError());
      entry.put("lower", one.lower());
      entry.put("upper", one.upper());
    }
    var covariance = node.putArray("covariance");
    for (var row : fit.coefficientCovariance()) {
      var line = covariance.addArray();
      row.forEach(line::add);
    }
    return node;
  }

  private ObjectNode diagnostics(ModelFit fit) {
    var diagnostics = ModelDiagnostics.of(fit);
    var node = JSON.objectNode();
    node.put("leaveOneOutError", diagnostics.leaveOneOutError());
    node.put("naiveLeaveOneOutError", diagnostics.naiveLeaveOneOutError());
    var calibration = node.putArray("calibration");
    diagnostics
        .calibration()
        .forEach(
            one ->
                calibration
                    .addObject()
                    .put("nominal", one.nominal())
                    .put("observed", one.observed()));
    var inflation = node.putArray("varianceInflation");
    diagnostics.varianceInflation().forEach(inflation::add);
    diagnostics
        .residualMoransI(Neighbourhood.of(values.areas(place)), PERMUTATIONS, model.seed())
        .ifPresent(
            moran ->
                node.putObject("moransI")
                    .put("value", moran.value())
                    .put("expected", moran.expected())
                    .put("pValue", moran.pValue())
                    .put("areas", moran.areas()));
    return node;
  }
}
