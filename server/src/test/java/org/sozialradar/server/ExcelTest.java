package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as Excel opens them by a double click where Windows speaks German. */
class ExcelTest {
  private static final String VALUES = "/api/indicators/%s/values?level=municipality&format=csv";
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = TestServer.overTestCountry(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    var answer = server.get(path);
    return answer.statusCode() == 307
        ? server.get(answer.headers().firstValue("Location").orElseThrow())
        : answer;
  }

  private static List<List<String>> table(String path, String delimiter) throws Exception {
    String text = new String(get(path).body(), StandardCharsets.UTF_8).replace("\uFEFF", "");
    return text.lines().map(line -> List.of(line.split(delimiter, -1))).toList();
  }

  @Test
  void theTableHasWhatGermanExcelAsksFor() throws Exception {
    var answer = get(VALUES.formatted("trust") + "&dialect=excel-de");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").get()).startsWith("text/csv");
    assertThat(answer.body()).startsWith(0xEF, 0xBB, 0xBF);
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    assertThat(text).contains(";Chemnitz;").contains(";3,46;").doesNotContain(";3.46;");
  }

  /** Cell by cell the same as the table with commas. */
  @Test
  void theTableSaysTheSameAsTheOtherOne() throws Exception {
    var german = table(VALUES.formatted("population") + "&dialect=excel-de", ";");
    var plain = table(VALUES.formatted("population"), ",");
    assertThat(german).hasSameSizeAs(plain);
    assertThat(german.get(0)).isEqualTo(plain.get(0));
    int name = plain.get(0).indexOf("name");
    for (int row = 1; row < plain.size(); row++) {
      assertThat(german.get(row).get(name)).isEqualTo(plain.get(row).get(name));
    }
  }

  @Test
  void onlyATableHasADialect() throws Exception {
    String json = "/api/indicators/trust/values?level=municipality&dialect=";
    assertThat(get(json + "excel-de").statusCode()).isEqualTo(400);
    assertThat(get(json + "standard").statusCode()).isEqualTo(200);
    assertThat(get(VALUES.formatted("trust") + "&dialect=lotus").statusCode()).isEqualTo(400);
  }
}
