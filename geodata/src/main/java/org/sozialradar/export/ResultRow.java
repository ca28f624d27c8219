package org.sozialradar.export;

import java.io.IOException;
import java.util.List;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * A row of the long table of published results, as it stands in CSV (UTF-8, commas, decimal points,
 * a header): one result of one area in one period, with its interval, its status and its terms.
 *
 * @param indicator the result
 * @param kind how it was made
 * @param period wave or year
 * @param edition edition of boundaries
 * @param level level of the area
 * @param code key of the area
 * @param name name of the area
 * @param estimate the published value, or why there is none
 */
public record ResultRow(
    Indicator indicator,
    MethodDocument.Kind kind,
    ReferencePeriod period,
    String edition,
    String level,
    AreaCode code,
    String name,
    Estimate estimate) {

  private static final List<String> HEADER =
      List.of(
          "result",
          "kind",
          "period",
          "edition",
          "level",
          "code",
          "name",
          "value",
          "lower",
          "upper",
          "status",
          "respondents",
          "unit",
          "licence",
          "attribution",
          "example",
          "revision");

  /**
   * On what terms a result may be used.
   *
   * @param licence short name of the licence
   * @param attribution the line that must show wherever the numbers show
   * @param example whether the numbers are invented
   * @param revision revision of the data
   */
  public record Terms(String licence, String attribution, boolean example, long revision) {}

  /** Writes the header. */
  public static void writeHeader(Appendable out) throws IOException {
    out.append(String.join(",", HEADER)).append("\r\n");
  }

  /** Writes the row under the header. */
  public void write(Terms terms, Appendable out) throws IOException {
    int digits = indicator.decimals();
    var cells =
        List.of(
            indicator.id(),
            kind.label(),
            period.id(),
            CsvText.text(edition),
            level,
            code.value(),
            CsvText.text(name),
            CsvText.number(estimate.value(), digits),
            CsvText.number(estimate.lower(), digits),
            CsvText.number(estimate.upper(), digits),
            estimate.status().label(),
            estimate.nClass().label(),
            CsvText.text(indicator.unit().id()),
            CsvText.text(terms.licence()),
            CsvText.text(terms.attribution()),
            Boolean.toString(terms.example()),
            Long.toString(terms.revision()));
    out.append(String.join(",", cells)).append("\r\n");
  }
}
