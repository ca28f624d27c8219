package org.sozialradar.ingest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.SharedData;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.survey.LonelyUnits;

/** The shipped schema of questionnaires names what the reader knows, and fits those shipped. */
class QuestionnaireSchemaTest {
  private final DefinitionSchema schema = new DefinitionSchema("questionnaire");

  @Test
  void itNamesExactlyTheKeysThatTheReaderKnows() {
    schema.assertNames(QuestionnaireDocument.class);
    schema.assertNames("source", QuestionnaireDocument.SourceEntry.class);
    schema.assertNames("item", QuestionnaireDocument.ItemEntry.class);
    schema.assertNames("scale", QuestionnaireDocument.ScaleEntry.class);
    schema.assertNames("proportion", QuestionnaireDocument.ProportionEntry.class);
    schema.assertNames("design", QuestionnaireDocument.DesignEntry.class);
    schema.assertNames("area", QuestionnaireDocument.AreaEntry.class);
    schema.assertNames("publication", QuestionnaireDocument.PublicationEntry.class);
    schema.assertNames("text", LocalizedText.class);
    schema.assertNames("licence", Licence.class);
    schema.assertNames("theme", Indicator.Theme.class);
    schema.assertLists("design", "lonely-units", LonelyUnits.class);
  }

  private static Path shipped(String name) {
    return SharedData.projectRoot().resolve(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scripts/questionnaires/sozialraum.yaml",
        "scripts/questionnaires/sicherheit.yaml",
        "geodata/src/main/resources/sample/survey/questionnaire.yaml",
      })
  void theShippedQuestionnairesFit(String name) throws IOException {
    assertThat(schema.faults(shipped(name))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"items:, itms:", "id: sozialraum, id: Sozial-Raum", "key: ags, schlüssel: ags"})
  void whatDoesNotFitIsSeen(String right, String wrong) throws IOException {
    var yaml = Files.readString(shipped("scripts/questionnaires/sozialraum.yaml"));
    assertThat(schema.faults(yaml.replaceFirst(right, wrong))).isNotEmpty();
  }
}
