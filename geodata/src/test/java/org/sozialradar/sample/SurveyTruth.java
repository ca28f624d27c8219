package org.sozialradar.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hipparchus.special.Erf;
import org.sozialradar.SharedData;
import org.sozialradar.sample.InventedScale.Question;

/**
 * What is true of each municipality, sampled or not: the expected scores of all scales and
 * proportions over all its adults, by the normal distribution from the levels that the answers are
 * drawn from.
 */
final class SurveyTruth {
  static final Path FILE =
      SharedData.projectRoot()
          .resolve("geodata/src/test/resources/org/sozialradar/sample/survey_truth.csv");

  private static final List<String> CRISES = List.of("flood", "rain", "power", "heat", "pandemic");
  private static final int PROBABLE = 4;

  private SurveyTruth() {}

  /** The truth as it is stored: by wave and key of the municipality, then by result. */
  static Map<String, Map<String, Double>> read() throws IOException {
    var lines = Files.readAllLines(FILE);
    var names = List.of(lines.get(0).split(",", -1));
    var truth = new TreeMap<String, Map<String, Double>>();
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split(",", -1);
      var values = new LinkedHashMap<String, Double>();
      for (int i = 2; i < cells.length; i++) {
        values.put(names.get(i), Double.parseDouble(cells[i]));
      }
      truth.put(key(Integer.parseInt(cells[0]), cells[1]), values);
    }
    return truth;
  }

  static String key(int wave, String ags) {
    return wave + " " + ags;
  }

  /** The truth as the text of a CSV file. */
  static String csv(SurveyGround ground) {
    var lines = new ArrayList<String>();
    for (int wave : SurveyGround.WAVES) {
      for (int place = 0; place < ground.places(); place++) {
        var values = of(ground, wave, place);
        if (lines.isEmpty()) {
          lines.add("wave,ags," + String.join(",", values.keySet()));
        }
        String ags = ground.counts(wave).get(place).place().code();
        lines.add(
            values.values().stream()
                .map(value -> String.format(Locale.ROOT, "%.4f", value))
                .collect(Collectors.joining(",", wave + "," + ags + ",", "")));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** Means of the scales and proportions, by their id in the questionnaire. */
  static Map<String, Double> of(SurveyGround ground, int wave, int place) {
    var values = new LinkedHashMap<String, Double>();
    for (var scale : InventedScale.values()) {
      double mean =
          scale.questions().stream()
              .mapToDouble(question -> mean(ground, wave, place, scale, question))
              .average()
              .orElseThrow();
      values.put(scale.name().toLowerCase(Locale.ROOT), mean);
    }
    values.put("efficacy", (values.get("cohesion") + values.get("control")) / 2);
    for (int i = 0; i < CRISES.size(); i++) {
      values.put(
          "support_" + CRISES.get(i), probable(ground, wave, place, InventedScale.READINESS, i));
      values.put(
          "help_" + CRISES.get(i), probable(ground, wave, place, InventedScale.EXPECTED_HELP, i));
    }
    values.put("unsafe_night", unsafe(ground, wave, place));
    return values;
  }

  /** Share of the two lower of four answers. */
  private static double unsafe(SurveyGround ground, int wave, int place) {
    var safety = new InventedSafety(ground, wave, 0);
    var ages = ground.ages(wave, place);
    double share = 0;
    for (var age : ByAge.Age.values()) {
      double cut = InventedSafety.CUTS.get(1) - safety.level(place, age);
      share += ages.of(age) * Erf.erfc(-cut / Math.sqrt(2)) / 2;
    }
    return share;
  }

  private static double probable(
      SurveyGround ground, int wave, int place, InventedScale scale, int question) {
    return atLeast(PROBABLE, ground, wave, place, scale, scale.questions().get(question));
  }

  /** E(X) = 1 + Σ P(X ≥ k), k = 2..5; reversed questions count after they are turned round. */
  private static double mean(
      SurveyGround ground, int wave, int place, InventedScale scale, Question question) {
    double mean = 1;
    for (int answer = 2; answer <= 5; answer++) {
      mean += atLeast(answer, ground, wave, place, scale, question);
    }
    return mean;
  }

  private static double atLeast(
      int answer,
      SurveyGround ground,
      int wave,
      int place,
      InventedScale scale,
      Question question) {
    var ages = ground.ages(wave, place);
    double share = 0;
    for (var age : ByAge.Age.values()) {
      double middle =
          ground.level(wave, scale, place) + scale.people().byAge().of(age) + question.ease();
      double cut = InventedAnswers.CUTS.get(answer - 2);
      share += ages.of(age) * Erf.erfc((cut - middle) / Math.sqrt(2)) / 2;
    }
    return share;
  }
}
