package org.sozialradar.server.socialspace;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sozialradar.export.CsvText;

/** Writes measures as CSV: a row for each, after RFC 4180. */
final class MeasureCsv {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "title",
          "area",
          "areaName",
          "level",
          "lon",
          "lat",
          "from",
          "to",
          "office",
          "problem",
          "cause",
          "goal",
          "measure",
          "evaluation",
          "indicators",
          "savedAt");

  private MeasureCsv() {}

  static String write(List<AreaMeasure> measures) {
    var text = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
    for (var measure : measures) {
      text.append(line(measure.json())).append("\r\n");
    }
    return text.toString();
  }

  private static String line(Map<String, Object> measure) {
    return COLUMNS.stream()
        .map(column -> cell(measure.get(column)))
        .collect(Collectors.joining(","));
  }

  private static String cell(Object value) {
    if (value instanceof Double number) {
      return CsvText.number(number, 7);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Objects::toString).collect(Collectors.joining(" "));
    }
    return value == null ? "" : CsvText.text(value.toString());
  }
}
