package org.sozialradar.ingest.definition;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.sozialradar.disclosure.InvalidRuleException;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.InvalidSettingException;
import org.sozialradar.ingest.JsonPlace;
import org.sozialradar.ingest.definition.QuestionnaireDocument.AreaEntry;
import org.sozialradar.ingest.definition.QuestionnaireDocument.ItemEntry;
import org.sozialradar.survey.Answer;
import org.sozialradar.survey.AreaLink;
import org.sozialradar.survey.InvalidQuestionnaireException;
import org.sozialradar.survey.Item;
import org.sozialradar.survey.Proportion;
import org.sozialradar.survey.Questionnaire;
import org.sozialradar.survey.Scale;
import org.sozialradar.survey.SurveyDesign;

/** Reads a questionnaire; its form is {@code questionnaire.schema.json} in the resources. */
public final class QuestionnaireFile {
  private static final PropertyNamingStrategies.KebabCaseStrategy KEBAB_CASE =
      new PropertyNamingStrategies.KebabCaseStrategy();

  private final QuestionnaireDocument document;
  private final byte[] yaml;
  private final String file;

  private QuestionnaireFile(byte[] yaml, String file) {
    this.yaml = yaml;
    this.file = file;
    document = DefinitionReader.read(yaml, file, QuestionnaireDocument.class);
  }

  /**
   * Reads the file.
   *
   * @throws InputRejectedException with line and path, if it cannot be read or is not right
   */
  public static SurveyDefinition read(Path path) {
    return read(DefinitionBytes.of(path), path.getFileName().toString());
  }

  /**
   * Reads a questionnaire from memory.
   *
   * @param file name for messages
   * @throws InputRejectedException with line and path, if it is not right
   */
  public static SurveyDefinition read(byte[] yaml, String file) {
    return new QuestionnaireFile(yaml, file).definition();
  }

  private SurveyDefinition definition() {
    var source = document.source();
    return new SurveyDefinition(
        questionnaire(),
        source.publisher(),
        source.licence(),
        source.attribution(),
        document.example(),
        DigestUtils.sha256Hex(yaml),
        new String(yaml, StandardCharsets.UTF_8),
        rule());
  }

  private SurveyRule rule() {
    try {
      return SurveyRule.of(document.publication().thresholds());
    } catch (InvalidRuleException e) {
      String key = KEBAB_CASE.translate(e.threshold());
      throw DefinitionReader.invalid(
          new JsonPlace(List.of("publication", key)), e.text(), yaml, file);
    }
  }

  private Questionnaire questionnaire() {
    var items = items();
    var scales = scales();
    var proportions = proportions();
    var design = document.design();
    var area = at(List.of("area"), () -> area(document.area()));
    return at(
        List.of(),
        () ->
            new Questionnaire(
                document.id(),
                document.title(),
                document.theme(),
                items,
                scales,
                proportions,
                new SurveyDesign(
                    design.weight(),
                    design.stratum(),
                    design.unit(),
                    design.populationUnits(),
                    design.lonelyUnits()),
                area));
  }

  private List<Item> items() {
    var items = new ArrayList<Item>();
    document
        .items()
        .forEach((id, entry) -> items.add(at(List.of("items", id), () -> item(id, entry))));
    return items;
  }

  private Item item(String id, ItemEntry entry) {
    var labels = document.answers().get(entry.answers());
    if (labels == null) {
      throw DefinitionReader.invalid(
          new JsonPlace(List.of("items", id, "answers")),
          new org.sozialradar.dataset.LocalizedText(
              "eine Liste von Antworten „" + entry.answers() + "“ gibt es nicht",
              "there is no list of answers '" + entry.answers() + "'"),
          yaml,
          file);
    }
    var answers = new ArrayList<Answer>();
    labels.forEach((code, label) -> answers.add(new Answer(code, label)));
    String column = entry.column().isEmpty() ? id : entry.column();
    return new Item(id, column, entry.wording(), answers, entry.reverse(), document.missing());
  }

  private List<Scale> scales() {
    var scales = new ArrayList<Scale>();
    document
        .scales()
        .forEach(
            (id, entry) ->
                scales.add(
                    at(
                        List.of("scales", id),
                        () ->
                            new Scale(
                                id,
                                entry.title(),
                                entry.description(),
                                entry.kind(),
                                entry.parts(),
                                entry.leastAnswered(),
                                entry.polarity()))));
    return scales;
  }

  private List<Proportion> proportions() {
    var proportions = new ArrayList<Proportion>();
    document
        .proportions()
        .forEach(
            (id, entry) ->
                proportions.add(
                    at(
                        List.of("proportions", id),
                        () ->
                            new Proportion(
                                id,
                                entry.title(),
                                entry.description(),
                                entry.item(),
                                entry.codes(),
                                entry.polarity()))));
    return proportions;
  }

  private static AreaLink area(AreaEntry entry) {
    if (entry.key() != null) {
      return new AreaLink.Key(entry.key(), entry.level(), entry.edition());
    }
    if (entry.postcode() != null) {
      return new AreaLink.Postcode(
          entry.postcode(), text(entry.crosswalk()), entry.level(), entry.edition());
    }
    return new AreaLink.Place(
        entry.x(), text(entry.y()), text(entry.crs()), entry.level(), entry.edition());
  }

  private static String text(String value) {
    return InvalidSettingException.orElse(value, "");
  }

  private interface Making<T> {
    T make();
  }

  /** Makes a part of the questionnaire; what is wrong with it stands at the given path or below. */
  private <T> T at(List<String> path, Making<T> making) {
    try {
      return making.make();
    } catch (InvalidQuestionnaireException e) {
      var steps = new ArrayList<>(path);
      if (!e.field().isEmpty()) {
        steps.addAll(List.of(e.field().split("/")));
      }
      throw DefinitionReader.invalid(new JsonPlace(inFile(steps)), e.text(), yaml, file);
    }
  }

  /** Items, scales and proportions stand under their ids in the file, not in lists. */
  private List<String> inFile(List<String> steps) {
    var translated = new ArrayList<>(steps);
    if (steps.size() > 1 && steps.get(1).matches("\\d+")) {
      keyOf(steps.get(0), Integer.parseInt(steps.get(1))).ifPresent(key -> translated.set(1, key));
    }
    int parts = translated.indexOf("parts");
    if (parts > 0) {
      var scale = document.scales().get(translated.get(1));
      translated.set(parts, scale != null && scale.items() == null ? "scales" : "items");
    }
    return translated;
  }

  private java.util.Optional<String> keyOf(String section, int position) {
    Map<String, ?> entries =
        switch (section) {
          case "items" -> document.items();
          case "scales" -> document.scales();
          case "proportions" -> document.proportions();
          default -> Map.of();
        };
    return entries.keySet().stream().skip(position).findFirst();
  }
}
