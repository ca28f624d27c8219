package org.sozialradar.server;

import java.util.List;
import org.sozialradar.area.AreaCode;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.NClass;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.store.ImportBatch;

/**
 * Results of the {@link TestCountry} that were computed: {@code cohesion} of a survey, {@code help}
 * by a model, {@code strain} as an index.
 */
public final class TestResults {
  private static final String SURVEY =
      """
      {"kind":"survey","survey":"town","title":{"de":"Umfrage <b>","en":"Survey <b>"},"wave":"%1$s",
       "definitionSha256":"%2$s","range":[1,5],
       "design":{"respondentsAtLeast":590,"weighted":true,"strata":1,"clustered":false},
       "items":[{"id":"trust","wording":{"de":"Man kann \u201evertrauen\u201c","en":"Can be trusted"},
         "reversed":false,"answers":[{"code":1,"label":{"de":"nein","en":"no"}},
         {"code":5,"label":{"de":"ja","en":"yes"}}]}],
       "leastAnswered":0.8,"reliability":{"alpha":0.812,"lower":0.79,"upper":0.83},
       "variance":"linearised","interval":"t","rule":{"minRespondents":10},
       "cells":{"municipality":{"reported":1,"suppressed":1}},
       "shared":{"municipality":{"district":{"14626110":0.6}}}}
      """;
  private static final String MODEL =
      """
      {"kind":"model","model":"crisis","title":{"de":"Modell","en":"Model"},"survey":"town",
       "description":{"de":"Hilfe","en":"Help"},"wave":"%1$s","outcome":"cohesion",
       "definitionSha256":"%2$s","revisionOfInputs":2,"seed":7,"scale":"identity","method":"reml",
       "covariates":[{"indicator":"trust","period":"2023","name":{"de":"Vertrauen","en":"Trust"}}],
       "areas":{"sampled":3,"not-sampled":1},
       "fit":{"variance":0.02,"varianceStandardError":0.01,"logLikelihood":-3.5,"steps":6,
         "coefficients":[{"term":"intercept","value":1.5,"standardError":0.1,"lower":1.3,"upper":1.7},
           {"term":"trust","value":0.4,"standardError":0.05,"lower":0.3,"upper":0.5}],
         "covariance":[[0.01,-0.001],[-0.001,0.0025]]},
       "diagnostics":{"leaveOneOutError":0.2,"calibration":[{"nominal":0.95,"observed":0.94}]},
       "errors":{"level":"municipality","edition":"2023","areas":[
         {"code":"14511000","tenthsOfLine":10,"line":[0.07,0]},
         {"code":"14521035","tenthsOfLine":10,"line":[0.07,0.01]}]},
       "extrapolated":0}
      """;
  private static final String INDEX =
      """
      {"kind":"index","index":"strain","title":{"de":"Belastung","en":"Strain"},"seed":11,
       "definitionSha256":"%2$s","weights":[{"indicator":"trust","weight":0.5},
       {"indicator":"help","weight":0.5}],"draws":1000,"year":"%1$s",
      "ranks":{"all":{"areas":["14511000"],"nominal":[1],"median":[1],"lower":[1],"upper":[2]},"peers":[]}}
      """;

  private TestResults() {}

  static List<Indicator> indicators(String dataset) {
    return List.of(
        indicator("cohesion", "Zusammenhalt", "Cohesion", dataset),
        indicator("help", "Erwartete Hilfe", "Expected help", dataset),
        indicator("strain", "Belastung", "Strain", dataset));
  }

  private static Indicator indicator(String id, String de, String en, String dataset) {
    return new Indicator(
        id,
        new LocalizedText(de, en),
        new LocalizedText(de + ", 1 bis 5", en + ", 1 to 5"),
        new Indicator.Unit("score", new LocalizedText("Punkte", "points")),
        2,
        Indicator.Polarity.POSITIVE,
        Measure.intensive(),
        new Indicator.Theme("support", new LocalizedText("Hilfe", "Support")),
        Double.NaN,
        "",
        dataset);
  }

  static List<IndicatorTable> tables(String dataset, ReferencePeriod period) {
    var cohesion = IndicatorTable.builder("cohesion", "2023", "municipality", dataset);
    var reported = ObservationStatus.REPORTED;
    put(cohesion, TestCountry.CHEMNITZ, period, 3.41, 0.11, reported, NClass.FROM_250);
    cohesion.put(
        new AreaCode(TestCountry.AUE), period, Estimate.missing(ObservationStatus.SUPPRESSED));
    put(
        cohesion,
        TestCountry.GOERLITZ,
        period,
        2.9,
        0.3,
        ObservationStatus.LIMITED_PRECISION,
        NClass.FROM_20);
    cohesion.put(
        new AreaCode(TestCountry.WEISSWASSER),
        period,
        Estimate.missing(ObservationStatus.TOO_IMPRECISE));
    var state = IndicatorTable.builder("cohesion", "2023", "state", dataset);
    put(state, "14", period, 3.25, 0.05, reported, NClass.FROM_250);
    var districts = IndicatorTable.builder("cohesion", "2023", "district", dataset);
    put(districts, "14626", period, 3.35, 0.1, reported, NClass.FROM_100);
    var help = IndicatorTable.builder("help", "2023", "municipality", dataset);
    var strain = IndicatorTable.builder("strain", "2023", "municipality", dataset);
    double value = 3;
    for (var code : AREAS) {
      put(help, code, period, value, 0.2, ObservationStatus.ESTIMATED, NClass.NONE);
      strain.put(new AreaCode(code), period, Estimate.of(value / 2, ObservationStatus.ESTIMATED));
      value += 0.3;
    }
    return List.of(
        cohesion.build(), state.build(), districts.build(), help.build(), strain.build());
  }

  private static final List<String> AREAS =
      List.of(TestCountry.CHEMNITZ, TestCountry.AUE, TestCountry.GOERLITZ, TestCountry.WEISSWASSER);

  private static void put(
      IndicatorTable.Builder table,
      String code,
      ReferencePeriod period,
      double value,
      double half,
      ObservationStatus status,
      NClass respondents) {
    table.put(
        new AreaCode(code),
        period,
        new Estimate(value, value - half, value + half, status, respondents));
  }

  static List<MethodDocument> methods(String dataset, ReferencePeriod period) {
    return List.of(
        document("cohesion", period, dataset, MethodDocument.Kind.SURVEY, SURVEY),
        document("help", period, dataset, MethodDocument.Kind.MODEL, MODEL),
        document("strain", period, dataset, MethodDocument.Kind.INDEX, INDEX));
  }

  private static MethodDocument document(
      String id, ReferencePeriod period, String dataset, MethodDocument.Kind kind, String json) {
    return new MethodDocument(
        id, period, dataset, kind, json.formatted(period.id(), "ab".repeat(32)));
  }

  /** One wave of the survey alone, as a data set of its own. */
  public static ImportBatch wave(String dataset, int year) {
    var period = ReferencePeriod.ofYear(year);
    return new ImportBatch(
        TestCountry.dataset(dataset, true),
        List.of(),
        List.of(),
        List.of(),
        indicators(dataset),
        tables(dataset, period),
        List.of(),
        List.of(),
        methods(dataset, period),
        false);
  }
}
