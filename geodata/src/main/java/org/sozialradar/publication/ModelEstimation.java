package org.sozialradar.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sozialradar.area.AreaCode;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.estimation.Benchmarking;
import org.sozialradar.estimation.FayHerriot;
import org.sozialradar.estimation.ModelFit;
import org.sozialradar.estimation.ModelInput;
import org.sozialradar.estimation.ModelRefusedException;
import org.sozialradar.estimation.Prediction;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.store.GeodataReader;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.survey.DirectEstimate;
import org.sozialradar.survey.ScaleScores;
import org.sozialradar.survey.SmoothedVariance;
import org.sozialradar.survey.WeightedEstimator;
import org.sozialradar.survey.microdata.Wave;

/**
 * Predicts results of a survey for all areas of its level, also those without respondents, by a
 * model on published indicators.
 *
 * <p>The answers of an area whose direct result is not published are left out altogether: neither
 * its value nor its number of respondents reaches the model, its pooled variances or its
 * diagnostics, so nothing that is published depends on them. For use by one thread.
 */
public final class ModelEstimation {
  private final ModelDefinition model;
  private final SurveySource source;
  private final Wave wave;
  private final GeodataReader reader;
  private final PublishedValues values;
  private final PublishedValues.Place place;
  private final SurveyGeography geography;
  private final SurveyGeography.Areas areas;
  private final SortedSet<AreaCode> predicted;
  private final WeightedEstimator estimator;
  private final ScaleScores scores;

  /**
   * @param model what to fit
   * @param source the survey
   * @param wave its answers
   * @param reader what is published
   * @throws PublicationException if the edition or level is not there
   */
  public ModelEstimation(
      ModelDefinition model, SurveySource source, Wave wave, GeodataReader reader) {
    this.model = model;
    this.source = source;
    this.wave = wave;
    this.reader = reader;
    values = new PublishedValues(reader);
    var link = source.questionnaire().area();
    place = new PublishedValues.Place(link.edition(), link.level());
    values.codes(place);
    geography = new SurveyGeography(link.edition(), values.hierarchy(link.edition()), link.level());
    areas = geography.areas(link.level(), wave.respondents().areas());
    predicted = geography.surveyed(wave.respondents().areas());
    estimator =
        new WeightedEstimator(
            wave.respondents().sample(),
            areas.domains(),
            source.questionnaire().design().lonelyUnits());
    scores = new ScaleScores(source.questionnaire(), wave.respondents());
  }

  /**
   * Fits the model of every outcome.
   *
   * @throws PublicationException if an outcome or indicator is not there, a covariate rests on the
   *     wave itself, or a gate refuses the model; then nothing is published
   */
  public ImportBatch estimate(java.time.Instant now) {
    var covariates = Covariates.of(model, values, place);
    requireIndependent(covariates);
    var weights = model.weights().map(id -> weights(id, List.copyOf(predicted), "weights"));
    var indicators = new ArrayList<Indicator>();
    var tables = new ArrayList<IndicatorTable>();
    var methods = new ArrayList<MethodDocument>();
    for (var outcome : model.outcomes()) {
      var result = result(outcome);
      var fit = fit(result, covariates);
      var predictions = benchmarked(result, fit);
      indicators.add(indicator(result));
      var own = table(result, predictions);
      tables.add(own);
      weights.ifPresent(some -> tables.addAll(coarser(result, fit, predictions, some)));
      methods.add(
          new ModelMethod(model, source, values, place)
              .of(result, fit, covariates, predictions, weights, own));
    }
    return ResultNames.requireFree(
        new ImportBatch(
            dataset(now),
            List.of(),
            List.of(),
            List.of(),
            indicators,
            tables,
            List.of(),
            List.of(),
            methods,
            false),
        reader);
  }

  /** What was computed from the same answers would explain them by themselves. */
  private void requireIndependent(Covariates covariates) {
    var ofTheWave = new Provenance(model.survey(), model.wave());
    ofTheWave.follow(reader.listMethodDocuments());
    for (int c = 0; c < covariates.columns().size(); c++) {
      var column = covariates.columns().get(c);
      if (ofTheWave.holds(column.indicator(), column.period())) {
        throw new PublicationException(
            "covariate-of-the-wave",
            "covariates/" + c,
            "„%s“ beruht selbst auf dieser Welle und kann ihre Ergebnisse nicht erklären"
                .formatted(column.indicator()),
            "'%s' rests on this wave itself and cannot explain its results"
                .formatted(column.indicator()));
      }
    }
  }

  private SurveyResult result(String outcome) {
    return SurveyResult.of(source.questionnaire()).stream()
        .filter(result -> result.id().equals(outcome))
        .findFirst()
        .orElseThrow(
            () ->
                new PublicationException(
                    "outcome-unknown",
                    field(outcome),
                    "die Befragung hat kein Ergebnis „" + outcome + "“",
                    "the survey has no result '" + outcome + "'"));
  }

  private ModelFit fit(SurveyResult result, Covariates covariates) {
    try {
      return FayHerriot.fit(input(result, covariates));
    } catch (ModelRefusedException refused) {
      throw refusal(result, field(result, refused), refused);
    }
  }

  private static PublicationException refusal(
      SurveyResult result, String field, ModelRefusedException refused) {
    String names =
        refused.refusals().stream()
            .flatMap(refusal -> refusal.names().stream())
            .distinct()
            .reduce((one, other) -> one + ", " + other)
            .map(list -> " (" + list + ")")
            .orElse("");
    return new PublicationException(
        refused.code(),
        field,
        "das Modell für „%s“ wird nicht gerechnet: %s%s"
            .formatted(result.id(), texts(refused, LocalizedText::de), names),
        "the model of '%s' is refused: %s%s"
            .formatted(result.id(), texts(refused, LocalizedText::en), names));
  }

  private String field(String outcome) {
    return "outcomes/" + model.outcomes().indexOf(outcome);
  }

  /** The covariate that stands last among those that are refused, else the outcome. */
  private String field(SurveyResult result, ModelRefusedException refused) {
    var names = refused.refusals().get(0).names();
    for (int c = model.covariates().size() - 1; c >= 0; c--) {
      if (names.contains(model.covariates().get(c).indicator())) {
        return "covariates/" + c;
      }
    }
    return field(result.id());
  }

  private static String texts(
      ModelRefusedException refused, Function<LocalizedText, String> language) {
    return refused.refusals().stream()
        .map(refusal -> language.apply(refusal.text()))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** The direct results that are published, by area. */
  private Map<AreaCode, Estimate> published(SurveyResult result) {
    String id = SurveyResult.indicatorId(source.questionnaire(), result.id());
    values.indicator(id, field(result.id()));
    return values.column(id, place, wave.period(), field(result.id()));
  }

  private ModelInput input(SurveyResult result, Covariates covariates) {
    var shown = published(result);
    var direct = result.estimates(estimator, result.scores(scores));
    var usable = new HashMap<AreaCode, DirectEstimate>();
    areas
        .numbers()
        .forEach(
            (code, number) ->
                direct
                    .find(number)
                    .filter(one -> mayBeUsed(shown.get(code)))
                    .ifPresent(one -> usable.put(code, one)));
    var smoothed = smoothed(result, List.copyOf(usable.values()));
    var builder =
        result instanceof SurveyResult.OfProportion
            ? ModelInput.proportions(covariates.names())
            : ModelInput.means(covariates.names());
    for (var code : predicted) {
      var one = usable.get(code);
      if (one == null) {
        boolean hidden =
            shown.containsKey(code) && shown.get(code).status() == ObservationStatus.SUPPRESSED;
        addWithout(builder, code, hidden, covariates.of(code));
      } else {
        builder.sampled(code, one, smoothed, covariates.of(code));
      }
    }
    return builder.build();
  }

  private static void addWithout(
      ModelInput.Builder builder, AreaCode code, boolean hidden, double[] x) {
    if (hidden) {
      builder.hidden(code, x);
    } else {
      builder.withoutRespondents(code, x);
    }
  }

  /** Shown, or hidden for want of precision only. */
  private static boolean mayBeUsed(Estimate shown) {
    return shown != null && (shown.hasValue() || shown.status() == ObservationStatus.TOO_IMPRECISE);
  }

  private SmoothedVariance smoothed(SurveyResult result, List<DirectEstimate> usable) {
    try {
      return SmoothedVariance.of(usable);
    } catch (org.sozialradar.survey.InvalidSampleException cause) {
      throw new PublicationException(
          cause.code(),
          field(result.id()),
          "„" + result.id() + "“: " + cause.text().de(),
          "'" + result.id() + "': " + cause.text().en());
    }
  }

  private List<Prediction> benchmarked(SurveyResult result, ModelFit fit) {
    if (model.benchmark().isEmpty()) {
      return fit.predictions();
    }
    var benchmark = model.benchmark().get();
    var weights = weights(benchmark.weights(), fit.input().areas(), "benchmark/weights").shares();
    String id = SurveyResult.indicatorId(source.questionnaire(), result.id());
    var above = new PublishedValues.Place(place.edition(), benchmark.level());
    var totals =
        values.column(id, above, wave.period(), "benchmark/level").values().stream()
            .filter(Estimate::hasValue)
            .toList();
    if (totals.size() != 1) {
      throw new PublicationException(
          "benchmark-missing",
          "benchmark/level",
          "auf der Ebene „" + benchmark.level() + "“ gibt es nicht genau einen Wert",
          "there is not exactly one value on the level '" + benchmark.level() + "'");
    }
    double total = totals.get(0).value() / result.factor();
    try {
      return Benchmarking.within(
              fit.predictions(), weights, total, result.range().lower(), result.range().upper())
          .predictions();
    } catch (ModelRefusedException refused) {
      throw refusal(result, "benchmark", refused);
    }
  }

  private Indicator indicator(SurveyResult result) {
    var direct = result.indicator(source.questionnaire());
    return new Indicator(
        model.indicatorId(result.id()),
        new LocalizedText(direct.name().de() + " (Modellwert)", direct.name().en() + " (modelled)"),
        new LocalizedText(
            direct.description().de() + " " + model.description().de(),
            direct.description().en() + " " + model.description().en()),
        direct.unit(),
        direct.decimals(),
        direct.polarity(),
        direct.measure(),
        direct.theme(),
        direct.middle(),
        "",
        model.id());
  }

  private IndicatorTable table(SurveyResult result, List<Prediction> predictions) {
    var table =
        IndicatorTable.builder(
            model.indicatorId(result.id()), place.edition(), place.level(), model.id());
    predictions.forEach(one -> table.put(one.area(), period(), ModelledValue.of(one, result)));
    return table.build();
  }

  private AreaWeights weights(String indicator, List<AreaCode> codes, String field) {
    return AreaWeights.of(indicator, codes, values, place, wave.period(), field);
  }

  private List<IndicatorTable> coarser(
      SurveyResult result, ModelFit fit, List<Prediction> predictions, AreaWeights weights) {
    return new CoarserPredictions(geography, weights, model.seed())
        .tables(result, fit, predictions, period(), model.indicatorId(result.id()), model.id());
  }

  private ReferencePeriod period() {
    return wave.period();
  }

  private Dataset dataset(java.time.Instant now) {
    return new Dataset(
        model.id(),
        model.title(),
        source.publisher(),
        source.licence(),
        source.attribution(),
        wave.period().id(),
        source.example(),
        List.of(),
        now);
  }
}
