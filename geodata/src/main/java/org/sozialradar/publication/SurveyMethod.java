package org.sozialradar.publication;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.survey.Item;
import org.sozialradar.survey.Reliability;
import org.sozialradar.survey.SampleColumns;
import org.sozialradar.survey.Scale;
import org.sozialradar.survey.ScaleScores;
import org.sozialradar.survey.WeightCalibration;
import org.sozialradar.survey.microdata.Wave;

/**
 * Writes how a direct result of a survey was made. Of single areas it says no more than how far
 * their error goes along with that of the areas that hold them, see {@link SharedRespondents}.
 */
final class SurveyMethod {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Respondents of the whole survey are told to the next ten below. */
  private static final int ROUNDING = 10;

  private final SurveySource source;
  private final Wave wave;
  private final SurveyRule rule;
  private final SampleColumns sample;
  private final ScaleScores scores;
  private final SharedRespondents shared;

  SurveyMethod(
      SurveySource source,
      Wave wave,
      SurveyRule rule,
      SampleColumns sample,
      ScaleScores scores,
      SharedRespondents shared) {
    this.source = source;
    this.wave = wave;
    this.rule = rule;
    this.sample = sample;
    this.scores = scores;
    this.shared = shared;
  }

  MethodDocument of(SurveyResult result, List<IndicatorTable> tables) {
    var json = JSON.objectNode();
    var questionnaire = source.questionnaire();
    json.put("kind", "survey");
    json.put("survey", questionnaire.id());
    json.set("title", text(questionnaire.title()));
    json.put("wave", wave.period().id());
    json.put("definitionSha256", source.sha256());
    json.set("range", JSON.arrayNode().add(result.range().lower()).add(result.range().upper()));
    json.set("design", design(result));
    json.set("items", items(result));
    if (result instanceof SurveyResult.OfScale one) {
      json.put("leastAnswered", one.scale().leastAnswered());
      reliability(one.scale()).ifPresent(node -> json.set("reliability", node));
    } else if (result instanceof SurveyResult.OfProportion one) {
      json.set("codes", JSON.pojoNode(one.proportion().codes()));
    }
    json.put("variance", "linearised");
    json.put("interval", result instanceof SurveyResult.OfScale ? "t" : "wilson");
    json.set("rule", JSON.pojoNode(rule.toMap()));
    json.set("cells", cells(tables));
    json.set("shared", shared.correlations(result, result.scores(scores), tables));
    return new MethodDocument(
        SurveyResult.indicatorId(questionnaire, result.id()),
        wave.period(),
        questionnaire.id(),
        MethodDocument.Kind.SURVEY,
        Json.write(json));
  }

  private ObjectNode design(SurveyResult result) {
    var node = JSON.objectNode();
    long answered = Arrays.stream(result.scores(scores)).filter(Double::isFinite).count();
    node.put("respondentsAtLeast", answered / ROUNDING * ROUNDING);
    node.put("weighted", source.questionnaire().design().hasWeight());
    node.put("strata", sample.strata());
    node.put("clustered", sample.isClustered());
    wave.calibration().forEach(one -> node.set("raking", raking(one)));
    return node;
  }

  private static ObjectNode raking(WeightCalibration raked) {
    var node = JSON.objectNode();
    raked.margins().forEach(node.putArray("margins")::add);
    node.put("lowestAllowed", rounded(raked.lowest()));
    node.put("highestAllowed", rounded(raked.highest()));
    node.put("converged", raked.converged());
    node.put("rounds", raked.rounds());
    node.put("largestDeviation", rounded(raked.largestDeviation()));
    node.put("smallestWeight", rounded(raked.smallestWeight()));
    node.put("largestWeight", rounded(raked.largestWeight()));
    return node;
  }

  private com.fasterxml.jackson.databind.node.ArrayNode items(SurveyResult result) {
    var items = JSON.arrayNode();
    for (Item item : source.questionnaire().items()) {
      if (result.items().contains(item.id())) {
        var node = items.addObject();
        node.put("id", item.id());
        node.set("wording", text(item.wording()));
        node.put("reversed", item.reverse());
        var answers = node.putArray("answers");
        item.answers()
            .forEach(
                answer ->
                    answers
                        .addObject()
                        .put("code", answer.code())
                        .set("label", text(answer.label())));
      }
    }
    return items;
  }

  private java.util.Optional<ObjectNode> reliability(Scale scale) {
    return Reliability.of(scale.parts(), scores.parts(scale))
        .map(
            found -> {
              var node = JSON.objectNode();
              node.put("alpha", rounded(found.alpha()));
              node.put("lower", rounded(found.lower()));
              node.put("upper", rounded(found.upper()));
              return node;
            });
  }

  private static ObjectNode cells(List<IndicatorTable> tables) {
    var levels = JSON.objectNode();
    for (var table : tables) {
      var node = levels.putObject(table.level());
      PublicationSummary.statuses(table)
          .forEach((status, count) -> node.put(status.label(), count));
    }
    return levels;
  }

  private static double rounded(double value) {
    return Decimals.round(value, 3).doubleValue();
  }

  static ObjectNode text(LocalizedText text) {
    return JSON.objectNode().put("de", text.de()).put("en", text.en());
  }
}
