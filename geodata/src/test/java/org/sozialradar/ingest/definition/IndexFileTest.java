package org.sozialradar.ingest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.composite.Aggregation;
import org.sozialradar.composite.IndexIndicator.Direction;
import org.sozialradar.composite.Normalisation;
import org.sozialradar.composite.WeightScheme;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.publication.IndexDefinition;

/** Indices are read from YAML, and what is wrong is told with its line. */
class IndexFileTest {
  private static final String INDEX =
      """
      index: 1
      id: disadvantage
      title: {de: Benachteiligung, en: Disadvantage}
      description: {de: Text., en: Text.}
      theme: {id: social, name: {de: Soziales, en: Social}}
      polarity: negative
      level: municipality
      edition: "2023"
      period: 2023
      dimensions:
        hardship:
          title: {de: Lage, en: Hardship}
          weights: {unemployed: 0.6, turnout: 0.4}
          indicators:
            - {indicator: unemployed, direction: raises}
            - {indicator: turnout, direction: lowers, period: 2021}
        instability:
          title: {de: Wechsel, en: Instability}
          indicators:
            - {indicator: moves, direction: raises}
      weights: {principal-component: hardship}
      normalisation: {method: percentile-rank}
      aggregation: {across: geometric}
      outliers: {most-points: 3}
      uncertainty: {draws: 2000, seed: 7, first: [10, 20]}
      peers: {size: {indicator: population, from: [0, 5000]}, within: district, lists: {own: ["1", "2"]}}
      """;

  private static IndexDefinition read(String yaml) {
    return IndexFile.read(yaml.getBytes(StandardCharsets.UTF_8), "index.yaml");
  }

  @Test
  void anIndexIsReadAsItStands() {
    var index = read(INDEX);
    assertThat(index.id()).isEqualTo("disadvantage");
    assertThat(index.indicatorId("hardship")).isEqualTo("disadvantage_hardship");
    assertThat(index.periods()).isEqualTo(Map.of("turnout", ReferencePeriod.ofYear(2021)));
    var composite = index.composite();
    assertThat(composite.dimensionWeights())
        .isEqualTo(new WeightScheme.PrincipalComponent("hardship"));
    assertThat(composite.dimensions().get(0).weights())
        .isEqualTo(new WeightScheme.Given(Map.of("unemployed", 0.6, "turnout", 0.4)));
    assertThat(composite.dimensions().get(1).weights()).isEqualTo(new WeightScheme.Equal());
    assertThat(composite.indicators().get(1).direction()).isEqualTo(Direction.LOWERS);
    assertThat(composite.normalisation()).isEqualTo(new Normalisation.PercentileRank(1, 100));
    assertThat(composite.within()).isEqualTo(Aggregation.ARITHMETIC);
    assertThat(composite.across()).isEqualTo(Aggregation.GEOMETRIC);
    assertThat(composite.outliers().mostPoints()).isEqualTo(3);
    assertThat(index.plan().draws()).isEqualTo(2000);
    assertThat(index.plan().seed()).isEqualTo(7);
    assertThat(index.first()).containsExactly(10, 20);
    assertThat(index.peers().size().orElseThrow().from()).containsExactly(0, 5000);
    assertThat(index.peers().within()).contains("district");
    assertThat(index.peers().lists()).containsOnlyKeys("own");
    assertThat(index.sha256()).hasSize(64);
    assertThat(index.source()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "turnout: 0.4} | turnout: 0.5} | 13 | dimensions/hardship/weights | do not sum to 1",
        "turnout: 0.4} | voters: 0.4} | 13 | dimensions/hardship/weights | for every part",
        "turnout: 0.4} | turnout: much} | 13 | dimensions/hardship/weights | a number for each",
        "component: hardship} | component: wealth} | 21 | weights | anchor",
        "{method: percentile-rank} | {method: z} | 22 | normalisation/method | MIN",
        "{method: percentile-rank} | {method: min-max, low: 0} | 22 | normalisation | geometric",
        "indicator: moves, | indicator: turnout, | 11 | dimensions | twice",
        "draws: 2000 | draws: 20 | 25 | uncertainty/draws | 1000",
        "first: [10, 20] | first: [0] | 25 | uncertainty | counts from 1",
        "[0, 5000] | [5000, 0] | 26 | peers/size | ascend",
        "period: 2021 | period: then | 16 | dimensions/hardship/indicators/1/period | no year",
        "direction: lowers | direction: falls | 16 | dimensions/hardship/indicators/1/direction |"
            + " LOWERS",
        "most-points: 3 | most-points: 9 | 24 | outliers | outliers",
        "polarity: | polarities: | 6 | polarities | unknown key",
        "id: disadvantage | id: Bad-Id | 1 | / | no id",
      })
  void whatIsWrongIsToldWithLineAndPath(
      String before, String after, long row, String path, String text) {
    assertThat(INDEX).contains(before);
    var issue =
        catchThrowableOfType(InputRejectedException.class, () -> read(INDEX.replace(before, after)))
            .issue();
    assertThat(issue.column()).isEqualTo(path);
    assertThat(issue.text().en()).containsIgnoringCase(text);
    assertThat(issue.row()).isEqualTo(row);
    assertThat(issue.file()).isEqualTo("index.yaml");
  }
}
