package org.sozialradar.ingest.microdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.ingest.microdata.SurveyReport.DesignEffect;
import org.sozialradar.ingest.microdata.SurveyReport.ItemAnswers;
import org.sozialradar.ingest.microdata.SurveyReport.LevelSpread;
import org.sozialradar.ingest.microdata.SurveyReport.PartQuality;
import org.sozialradar.ingest.microdata.SurveyReport.ScaleQuality;
import org.sozialradar.survey.AreaReliability;
import org.sozialradar.survey.Domains;
import org.sozialradar.survey.Item;
import org.sozialradar.survey.Questionnaire;
import org.sozialradar.survey.Reliability;
import org.sozialradar.survey.SampleColumns;
import org.sozialradar.survey.Scale;
import org.sozialradar.survey.ScaleScores;
import org.sozialradar.survey.WeightedEstimator;
import org.sozialradar.survey.microdata.Respondents;

/** What a report says of the respondents of a wave. */
final class SurveyStatistics {
  private final Questionnaire questionnaire;
  private final SurveyAreas areas;
  private final Respondents respondents;
  private final ScaleScores scores;

  SurveyStatistics(Questionnaire questionnaire, SurveyAreas areas, Respondents respondents) {
    this.questionnaire = questionnaire;
    this.areas = areas;
    this.respondents = respondents;
    scores = new ScaleScores(questionnaire, respondents);
  }

  /** Whether there are enough respondents for numbers that are of no single person. */
  boolean areEnough() {
    return respondents.size() >= SurveyReport.LEAST_RESPONDENTS;
  }

  List<LevelSpread> levels() {
    return areas.levels().stream().map(this::spread).toList();
  }

  private LevelSpread spread(AreaLevel level) {
    var held = areas.onLevel(level.id());
    var sizes = new HashMap<AreaCode, Integer>();
    int outside = 0;
    for (var area : respondents.areas()) {
      if (held.containsKey(area)) {
        sizes.merge(held.get(area), 1, Integer::sum);
      } else {
        outside++;
      }
    }
    int all = new HashSet<>(held.values()).size();
    int enough =
        (int) sizes.values().stream().filter(n -> n >= SurveyReport.LEAST_RESPONDENTS).count();
    return new LevelSpread(
        level.id(),
        level.plural(),
        all,
        enough,
        sizes.size() - enough,
        all - sizes.size(),
        outside);
  }

  List<ItemAnswers> items() {
    return areEnough() ? questionnaire.items().stream().map(this::answers).toList() : List.of();
  }

  private ItemAnswers answers(Item item) {
    int missing = 0;
    for (byte position : respondents.answers(item)) {
      missing += position == Item.NO_ANSWER ? 1 : 0;
    }
    return new ItemAnswers(item.id(), missing, (double) missing / respondents.size());
  }

  List<ScaleQuality> scales() {
    return areEnough() ? questionnaire.scales().stream().map(this::quality).toList() : List.of();
  }

  private ScaleQuality quality(Scale scale) {
    var reliability = Reliability.of(scale.parts(), scores.parts(scale));
    var scored = scores.scale(scale);
    var domains = domains();
    var ofAreas = AreaReliability.of(scored, domains);
    return new ScaleQuality(
        scale.id(),
        scale.title(),
        reliability.map(Reliability::respondents).orElse(0),
        reliability.map(Reliability::alpha).orElse(Double.NaN),
        reliability.map(Reliability::lower).orElse(Double.NaN),
        reliability.map(Reliability::upper).orElse(Double.NaN),
        parts(reliability),
        ofAreas.map(one -> mean(one, scored, domains)).orElse(Double.NaN),
        ofAreas.map(one -> one.ofMean(SurveyReport.LEAST_RESPONDENTS)).orElse(Double.NaN));
  }

  private static List<PartQuality> parts(Optional<Reliability> reliability) {
    var parts = new ArrayList<PartQuality>();
    reliability
        .map(Reliability::items)
        .orElse(List.of())
        .forEach(
            item ->
                parts.add(
                    new PartQuality(
                        item.item(),
                        item.correctedCorrelation(),
                        item.isWeak(),
                        item.alphaIfDropped())));
    return parts;
  }

  private static double mean(AreaReliability reliability, double[] scored, Domains domains) {
    var sizes = new int[domains.count()];
    for (int r = 0; r < scored.length; r++) {
      sizes[domains.of(r)] += Double.isNaN(scored[r]) ? 0 : 1;
    }
    return Arrays.stream(sizes)
        .filter(n -> n > 0)
        .mapToDouble(reliability::ofMean)
        .average()
        .orElse(Double.NaN);
  }

  /** The areas that have respondents. */
  private Domains domains() {
    Map<AreaCode, Integer> numbers = new HashMap<>();
    var ofRespondent =
        respondents.areas().stream()
            .mapToInt(area -> numbers.computeIfAbsent(area, unseen -> numbers.size()))
            .toArray();
    return Domains.of(ofRespondent, numbers.size());
  }

  List<DesignEffect> designEffects(SampleColumns sample) {
    if (!areEnough()) {
      return List.of();
    }
    var estimator =
        new WeightedEstimator(
            sample, Domains.whole(respondents.size()), questionnaire.design().lonelyUnits());
    var effects = new ArrayList<DesignEffect>();
    for (var scale : questionnaire.scales()) {
      effect(scale.id(), estimator, scores.scale(scale)).ifPresent(effects::add);
    }
    for (var proportion : questionnaire.proportions()) {
      effect(proportion.id(), estimator, scores.proportion(proportion)).ifPresent(effects::add);
    }
    return Collections.unmodifiableList(effects);
  }

  private static Optional<DesignEffect> effect(
      String result, WeightedEstimator estimator, double[] scored) {
    long answered = DoubleStream.of(scored).filter(score -> !Double.isNaN(score)).count();
    return estimator
        .means(scored)
        .find(0)
        .filter(estimate -> answered >= SurveyReport.LEAST_RESPONDENTS)
        .map(
            estimate ->
                new DesignEffect(
                    result,
                    estimate.respondents(),
                    estimate.effectiveSize(),
                    estimate.designEffect()));
  }
}
