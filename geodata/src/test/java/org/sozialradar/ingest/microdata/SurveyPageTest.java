package org.sozialradar.ingest.microdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.SharedData;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.ingest.microdata.SurveyReport.Outcome;

/** The examples of the page about surveys can be imported as they stand there. */
class SurveyPageTest {
  @TempDir Path folder;

  private static List<String> blocks(String language) throws IOException {
    var page = Files.readString(SharedData.projectRoot().resolve("docs/surveys.md"));
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  @Test
  void theExamplesAreRight() throws IOException {
    var yaml = blocks("yaml").get(0).getBytes(StandardCharsets.UTF_8);
    var definition = QuestionnaireFile.read(yaml, "town.yaml");
    try (var survey = new SurveyFixture(folder)) {
      var margins = survey.files.write("margins.csv", blocks("csv").get(1));
      var report = survey.run(survey.request(blocks("csv").get(0), definition, margins));
      assertThat(report.outcome()).isEqualTo(Outcome.STORED);
      assertThat(report.raking().get(0).converged()).isTrue();
      assertThat(survey.stored().answers("help")).containsExactly(3, 4, -1, 1);
      assertThat(survey.stored().answers("apart")).containsExactly(1, 0, 2, -1);
    }
  }
}
