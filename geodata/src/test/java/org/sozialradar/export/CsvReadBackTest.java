package org.sozialradar.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.ImportFixture;
import org.sozialradar.ingest.ImportReport.Outcome;

/** What is written for programs is read by the import as it was, keys as well. */
class CsvReadBackTest {
  private static final String RESOURCE =
      """
      {"name": "t", "path": "t.csv", "schema": {"fields": [
        {"name": "code", "radar": {"role": "key", "keyType": "CODE"}},
        {"name": "period", "type": "year", "radar": {"role": "period"}},
        {"name": "value", "type": "number", "radar": {"role": "value", "indicator": "jobless"}}]},
       "radar": {"kind": "indicators", "edition": "2021", "level": "municipality"}}
      """;

  private static String written() throws IOException {
    var text = new StringBuilder();
    var lines = CsvLines.begin(text, CsvDialect.STANDARD);
    lines.text("code").text("period").text("value").end();
    lines.text("-01").text("2021").number("7").end();
    lines.text("-a_b.c").text("2021").number("0").end();
    return text.toString();
  }

  @Test
  void keysThatBeginWithAHyphenAreReadBack(@TempDir Path folder) throws IOException {
    try (var imports =
        new ImportFixture(folder).withAreas("2021", AreaLevel.MUNICIPALITY, "-01", "-a_b.c")) {
      imports.write("t.csv", written());
      var report = imports.run(RESOURCE, "jobless");
      assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.STORED);
      var table = imports.store().listTables("jobless").get(0);
      assertThat(table.find(new AreaCode("-01"), new ReferencePeriod("2021")))
          .contains(Estimate.of(7, ObservationStatus.REPORTED));
      assertThat(table.find(new AreaCode("-a_b.c"), new ReferencePeriod("2021")))
          .contains(Estimate.of(0, ObservationStatus.REPORTED));
    }
  }
}
