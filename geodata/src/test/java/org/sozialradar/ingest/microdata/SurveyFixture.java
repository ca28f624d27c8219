package org.sozialradar.ingest.microdata;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.ImportFixture;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.Progress;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.ingest.definition.SurveyDefinition;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.microdata.MicrodataStores;
import org.sozialradar.survey.RakingLimits;
import org.sozialradar.survey.microdata.MicrodataStore;
import org.sozialradar.survey.microdata.Respondents;
import org.sozialradar.survey.microdata.Wave;

/** A small survey in four municipalities, and stores for it. */
final class SurveyFixture implements AutoCloseable {
  static final ReferencePeriod WAVE = ReferencePeriod.ofYear(2022);
  static final String KEY = "{key: ags, level: municipality, edition: \"2023\"}";
  static final String DESIGN = "{weight: weight, stratum: stratum, unit: unit}";
  static final String HEADER = "ags,weight,stratum,unit,help,trust,apart,sex";

  private static final String QUESTIONNAIRE =
      """
      questionnaire: 1
      id: town
      title: {de: Stadt, en: Town}
      theme: {id: people, name: {de: Menschen, en: People}}
      source:
        publisher: Amt
        licence: {id: CC0, title: CC0}
        attribution: Amt
      answers:
        agree5:
          "1": {de: gar nicht, en: not at all}
          "2": {de: kaum, en: hardly}
          "3": {de: teils, en: partly}
          "4": {de: eher, en: rather}
          "5": {de: ganz, en: fully}
        sex: {f: {de: Frau, en: woman}, m: {de: Mann, en: man}}
      missing: ["-9"]
      items:
        help: {wording: {de: Hilfe, en: Help}, answers: agree5}
        trust: {wording: {de: Vertrauen, en: Trust}, answers: agree5}
        apart: {wording: {de: Streit, en: Quarrel}, answers: agree5, reverse: true}
        sex: {wording: {de: Geschlecht, en: Sex}, answers: sex}
      scales:
        cohesion:
          title: {de: Zusammenhalt, en: Cohesion}
          description: {de: Mittel, en: Mean}
          items: [help, trust, apart]
      proportions:
        helpful: {title: {de: Hilft, en: Helps}, description: {de: D, en: D}, item: help, codes: ["4", "5"]}
      design: %s
      area: %s
      """;

  final ImportFixture files;
  final MicrodataStore microdata;

  SurveyFixture(Path folder) {
    files =
        new ImportFixture(folder)
            .withAreas(
                "2023", AreaLevel.MUNICIPALITY, "08111000", "08115001", "14511000", "14521010");
    microdata = MicrodataStores.open(folder.resolve("store").toString(), StoreLogin.NONE);
  }

  static SurveyDefinition definition() {
    return definition(DESIGN, KEY);
  }

  static SurveyDefinition definition(String design, String area) {
    String yaml = QUESTIONNAIRE.formatted(design, area);
    return QuestionnaireFile.read(yaml.getBytes(StandardCharsets.UTF_8), "town.yaml");
  }

  /** Rows of answers that are right: each area has a stratum with three units. */
  static String answers(int size) {
    var random = new Random(7);
    var areas = List.of("08111000", "08115001", "14511000", "14521010");
    var text = new StringBuilder(HEADER).append('\n');
    for (int i = 0; i < size; i++) {
      int level = random.nextInt(5);
      int other = Math.min(4, Math.max(0, level + random.nextInt(3) - 1));
      text.append(areas.get(i % 4)).append(',').append(0.5 + random.nextInt(100) / 50.0);
      text.append(",s").append(i % 4).append(",u").append(i / 4 % 3);
      text.append(',').append(level + 1).append(',').append(i % 10 == 0 ? "-9" : other + 1);
      text.append(',').append(5 - level).append(',').append(i % 3 == 0 ? "m" : "f").append('\n');
    }
    return text.toString();
  }

  SurveyRequest request(String text) {
    return request(text, definition());
  }

  SurveyRequest request(String text, SurveyDefinition definition, Path... margins) {
    return new SurveyRequest(
        files.write("answers.csv", text),
        definition,
        WAVE,
        List.of(margins),
        RakingLimits.DEFAULT,
        List.of(files.folder()),
        false,
        false);
  }

  SurveyReport run(SurveyRequest request) {
    return run(request, AfterSurveyImport.NOTHING);
  }

  SurveyReport run(SurveyRequest request, AfterSurveyImport after) {
    return new SurveyImporter(
            files.store(), microdata, ImportLimits.STANDARD, Clock.systemUTC(), after)
        .run(request, Progress.silent());
  }

  /** The report without its date and duration, whose digits may be any. */
  static String withoutTimes(SurveyReport report) {
    return report
        .toJson()
        .replace(report.finishedAt().toString(), "")
        .replaceAll("\"seconds\" : [0-9.E-]+", "");
  }

  SurveyReport run(String text) {
    return run(request(text));
  }

  Respondents stored() {
    return wave().respondents();
  }

  /** The wave that was stored. */
  Wave wave() {
    return microdata.find("town", WAVE).orElseThrow();
  }

  @Override
  public void close() {
    microdata.close();
    files.close();
  }
}
