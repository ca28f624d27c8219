package org.sozialradar.ingest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.publication.ModelDefinition;

/** Models are read from YAML, and what is wrong is told with its line. */
class ModelFileTest {
  private static final String MODEL =
      """
      model: 1
      id: crisis_support
      title: {de: Hilfe in Krisen, en: Help in crises}
      description: {de: Vorhersage., en: Prediction.}
      survey: sozialraum
      wave: 2022
      outcomes: [support_flood, support_heat]
      covariates:
        - {indicator: unemployed_share}
        - {indicator: over_65_share, period: 2021}
      benchmark: {level: state, weights: population}
      seed: 42
      """;

  private static ModelDefinition read(String yaml) {
    return ModelFile.read(yaml.getBytes(StandardCharsets.UTF_8), "model.yaml");
  }

  @Test
  void aModelIsReadAsItStands() {
    var model = read(MODEL);
    assertThat(model.id()).isEqualTo("crisis_support");
    assertThat(model.wave()).isEqualTo(ReferencePeriod.ofYear(2022));
    assertThat(model.outcomes()).containsExactly("support_flood", "support_heat");
    assertThat(model.covariates().get(0).period()).isEmpty();
    assertThat(model.covariates().get(1).period())
        .isEqualTo(Optional.of(ReferencePeriod.ofYear(2021)));
    assertThat(model.benchmark().orElseThrow().weights()).isEqualTo("population");
    assertThat(model.weights()).isEmpty();
    assertThat(read(MODEL + "weights: population\n").weights()).hasValue("population");
    assertThat(model.seed()).isEqualTo(42);
    assertThat(model.indicatorId("support_heat")).isEqualTo("crisis_support_support_heat");
    assertThat(model.sha256()).hasSize(64);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "seed: 42 | weights: area_km2 | 1 | /",
        "wave: 2022 | wave: soon | 6 | wave",
        "period: 2021 | period: 20211 | 10 | covariates/1/period",
        "seed: 42 | seed: often | 12 | seed",
        "level: state, | levels: state, level: state, | 11 | benchmark/levels",
        "id: crisis_support | id: Crisis | 1 | /",
        "outcomes: [support_flood, support_heat] | outcomes: [a, a] | 1 | /",
        "outcomes: [support_flood, support_heat] | outcomes: [] | 1 | /",
      })
  void whatIsWrongIsToldWithLineAndPath(String before, String after, long row, String path) {
    assertThat(MODEL).contains(before);
    var issue =
        catchThrowableOfType(InputRejectedException.class, () -> read(MODEL.replace(before, after)))
            .issue();
    assertThat(issue.column()).isEqualTo(path);
    assertThat(issue.row()).isEqualTo(row);
    assertThat(issue.file()).isEqualTo("model.yaml");
  }
}
