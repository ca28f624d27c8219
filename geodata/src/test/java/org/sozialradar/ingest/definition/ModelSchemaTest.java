package org.sozialradar.ingest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.SharedData;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Indicator;

/** The shipped schemas of models and indices name what the readers know, and fit those shipped. */
class ModelSchemaTest {
  private static final String SAMPLE = "geodata/src/main/resources/sample/survey/";
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

  private final DefinitionSchema model = new DefinitionSchema("model");
  private final DefinitionSchema index = new DefinitionSchema("index");

  @Test
  void theSchemaOfModelsNamesExactlyTheKeysThatTheReaderKnows() {
    model.assertNames(ModelDocument.class);
    model.assertNames("covariate", ModelDocument.CovariateEntry.class);
    model.assertNames("benchmark", ModelDocument.BenchmarkEntry.class);
    model.assertNames("text", LocalizedText.class);
  }

  @Test
  void theSchemaOfIndicesNamesExactlyTheKeysThatTheReaderKnows() {
    index.assertNames(IndexDocument.class);
    index.assertNames("source", QuestionnaireDocument.SourceEntry.class);
    index.assertNames("licence", Licence.class);
    index.assertNames("theme", Indicator.Theme.class);
    index.assertNames("text", LocalizedText.class);
    index.assertNames("dimension", IndexDocument.DimensionEntry.class);
    index.assertNames("indicator", IndexDocument.IndicatorEntry.class);
    index.assertNames("normalisation", IndexDocument.NormalisationEntry.class);
    index.assertNames("aggregation", IndexDocument.AggregationEntry.class);
    index.assertNames("outliers", IndexDocument.OutlierEntry.class);
    index.assertNames("uncertainty", IndexDocument.UncertaintyEntry.class);
    index.assertNames("peers", IndexDocument.PeersEntry.class);
    index.assertNames("size", IndexDocument.SizeEntry.class);
    index.assertLists("normalisation", "method", IndexDocument.Method.class);
    index.assertLists("outliers", "method", IndexDocument.Treatment.class);
  }

  private static Path shipped(String name) {
    return SharedData.projectRoot().resolve(name);
  }

  /** The examples of the manual: a model, then an index. */
  private static String example(int which) throws IOException {
    var blocks = YAML.matcher(Files.readString(shipped("docs/models.md")));
    for (int i = 0; i <= which; i++) {
      assertThat(blocks.find()).as("docs/models.md has two examples").isTrue();
    }
    return blocks.group(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"model_support.yaml", "model_social.yaml"})
  void theShippedModelsFit(String name) throws IOException {
    assertThat(model.faults(shipped(SAMPLE + name))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"index_disadvantage.yaml", "index_social_capital.yaml"})
  void theShippedIndicesFit(String name) throws IOException {
    assertThat(index.faults(shipped(SAMPLE + name))).isEmpty();
  }

  @Test
  void theExamplesOfTheManualFit() throws IOException {
    assertThat(model.faults(example(0))).isEmpty();
    assertThat(index.faults(example(1))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "model: 1, model: 2",
    "id: town_model, id: Town",
    "wave: 2023, wave: soon",
    "wave: 2023, wave: 20233",
    "outcomes: \\[support\\], outcomes: []",
    "weights: population, weigths: population",
    "seed: 42, seed: 4.2",
  })
  void whatDoesNotFitAModelIsSeen(String right, String wrong) throws IOException {
    assertThat(model.faults(example(0).replaceFirst(right, wrong))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "index: 1, index: 2",
    "direction: raises, direction: up",
    "weights: equal, weights: alike",
    "example_turnout: 0.3, example_turnout: 0",
    "method: min-max, method: minmax",
    "most-points: 5, most-points: 6",
    "draws: 1000, draws: 10",
    "within: district, inside: district",
  })
  void whatDoesNotFitAnIndexIsSeen(String right, String wrong) throws IOException {
    assertThat(index.faults(example(1).replaceFirst(right, wrong))).isNotEmpty();
  }
}
