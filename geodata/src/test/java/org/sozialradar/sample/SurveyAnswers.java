package org.sozialradar.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.sozialradar.survey.AnswerSource;
import org.sozialradar.survey.Item;
import org.sozialradar.survey.SampleColumns;

/** The rows of a wave of the invented survey. */
record SurveyAnswers(List<CSVRecord> rows) implements AnswerSource {
  /** The wave that comes with the product. */
  static SurveyAnswers bundled(int wave) throws IOException {
    String path = "/sample/survey/answers_" + wave + ".csv.gz";
    try (InputStream packed = BundledSample.class.getResourceAsStream(path);
        var in = new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8)) {
      return read(in);
    }
  }

  static SurveyAnswers of(String csv) throws IOException {
    return read(new StringReader(csv));
  }

  private static SurveyAnswers read(Reader in) throws IOException {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(in)) {
      return new SurveyAnswers(parser.getRecords());
    }
  }

  SampleColumns sample() {
    return SampleColumns.designed(
        rows.stream().mapToDouble(row -> Double.parseDouble(row.get("weight"))).toArray(),
        column("stratum"),
        column("unit"),
        new double[0]);
  }

  String[] column(String name) {
    return rows.stream().map(row -> row.get(name)).toArray(String[]::new);
  }

  @Override
  public byte[] answers(Item item) {
    var positions = new byte[rows.size()];
    for (int r = 0; r < positions.length; r++) {
      positions[r] = item.position(rows.get(r).get(item.column()));
      if (positions[r] == Item.UNKNOWN_CODE) {
        throw new IllegalStateException("row " + r + " has an unknown code of " + item.id());
      }
    }
    return positions;
  }
}
