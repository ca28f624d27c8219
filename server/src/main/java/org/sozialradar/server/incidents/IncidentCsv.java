package org.sozialradar.server.incidents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sozialradar.export.CsvText;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * An answer as CSV (UTF-8, commas, decimal points, a header): a row for each area and each quarter
 * touched, which says of itself where it comes from and whether it was invented.
 */
final class IncidentCsv {
  private static final List<String> HEADER =
      List.of(
          "level",
          "code",
          "name",
          "district",
          "share_of_area",
          "whole",
          "share_of_people",
          "people",
          "people_low",
          "people_high",
          "people_period",
          "weights",
          "support_indicator",
          "support",
          "support_low",
          "support_high",
          "support_status",
          "respondents",
          "missing",
          "edition",
          "revision",
          "example",
          "licence",
          "attribution");

  private IncidentCsv() {}

  static byte[] write(IncidentAnswer answer, IncidentQuery query) {
    var out = new StringBuilder();
    line(HEADER, out);
    String period = period(query.residents());
    answer.areas().forEach(one -> line(cells(answer, query, answer.level(), period, one), out));
    String ofQuarters = period(query.quarterResidents());
    answer
        .quarters()
        .forEach(one -> line(cells(answer, query, query.quarterLevel(), ofQuarters, one), out));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Each level has populations of its own, which may be of another year. */
  private static String period(Residents residents) {
    return residents.findPeriod().map(ReferencePeriod::id).orElse("");
  }

  private static List<String> cells(
      IncidentAnswer answer,
      IncidentQuery query,
      String level,
      String period,
      IncidentAnswer.Touched area) {
    var people = area.people();
    var support = area.support();
    var cells = new ArrayList<String>();
    cells.add(level);
    cells.add(area.code());
    cells.add(CsvText.text(area.name()));
    cells.add(area.district() == null ? "" : CsvText.text(area.district()));
    cells.add(text(area.shareOfArea()));
    cells.add(Boolean.toString(area.whole()));
    cells.add(text(area.shareOfPeople()));
    cells.add(people == null ? "" : text(people.value()));
    cells.add(people == null ? "" : text(people.low()));
    cells.add(people == null ? "" : text(people.high()));
    cells.add(people == null ? "" : period);
    cells.add(area.weights());
    cells.add(query.request().support().map(IncidentRequest.Support::indicator).orElse(""));
    cells.add(support == null ? "" : text(support.value()));
    cells.add(support == null ? "" : text(support.low()));
    cells.add(support == null ? "" : text(support.high()));
    cells.add(support == null ? "" : support.status());
    cells.add(support == null || support.nClass() == null ? "" : support.nClass());
    cells.add(CsvText.text(String.join(" ", area.missing())));
    cells.add(CsvText.text(answer.edition()));
    cells.add(Long.toString(answer.provenance().revision()));
    cells.add(Boolean.toString(answer.provenance().example()));
    cells.add(CsvText.text(answer.provenance().licence()));
    cells.add(CsvText.text(answer.provenance().attribution()));
    return cells;
  }

  private static String text(java.math.BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  private static void line(List<String> cells, StringBuilder out) {
    out.append(String.join(",", cells)).append("\r\n");
  }
}
