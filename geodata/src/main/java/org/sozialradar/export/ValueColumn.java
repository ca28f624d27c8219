package org.sozialradar.export;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.export.CsvExport.Cell;

/**
 * The columns of exported values.
 *
 * @param name header
 * @param type type after Table Schema
 * @param de German description
 * @param en English description
 * @param cell the cell as text; empty if there is nothing
 */
record ValueColumn(
    String name, String type, String de, String en, BiFunction<ValuesExport, Cell, String> cell) {

  /** All columns in order. */
  static final List<ValueColumn> ALL =
      List.of(
          text(
              "code", "Schlüssel des Gebiets", "key of the area", (all, one) -> one.code().value()),
          text(
              "name",
              "Name des Gebiets",
              "name of the area",
              (all, one) -> all.names().getOrDefault(one.code(), "")),
          text("level", "Ebene", "level", (all, one) -> all.table().level()),
          text(
              "edition",
              "Ausgabe der Grenzen",
              "edition of boundaries",
              (all, one) -> all.table().edition()),
          text("indicator", "Indikator", "indicator", (all, one) -> all.indicator().id()),
          text(
              "kind",
              "wie der Wert hier berechnet wurde: Befragung (survey), Modell (model), Index"
                  + " (index); sonst leer",
              "how the value was computed here: survey, model or index; else empty",
              (all, one) -> all.kind()),
          text(
              "period",
              "Jahr oder Tag (ISO 8601)",
              "year or day (ISO 8601)",
              (all, one) -> one.period().id()),
          number(
              "value",
              "Wert in der Einheit; leer, wenn es keinen gibt",
              "value in the unit; empty if there is none",
              (all, one) -> CsvExport.number(one.estimate().value(), all)),
          number(
              "lower",
              "untere Grenze des 95-%-Intervalls; leer bei Vollerhebung oder unbekannter"
                  + " Unsicherheit",
              "lower end of the 95 % interval; empty for a full count or an unknown uncertainty",
              (all, one) -> CsvExport.number(one.estimate().lower(), all)),
          number(
              "upper",
              "obere Grenze des 95-%-Intervalls; leer bei Vollerhebung oder unbekannter"
                  + " Unsicherheit",
              "upper end of the 95 % interval; empty for a full count or an unknown uncertainty",
              (all, one) -> CsvExport.number(one.estimate().upper(), all)),
          text(
              "status",
              "was hinter dem Wert steht oder warum er fehlt",
              "what stands behind the value, or why it is missing",
              (all, one) -> one.estimate().status().label()),
          text(
              "respondents",
              "wie viele Befragte hinter einem direkten Befragungsergebnis stehen, als Klasse;"
                  + " sonst leer",
              "how many respondents a direct result of a survey rests on, as a class; else empty",
              (all, one) -> one.estimate().nClass().label()),
          text(
              "native_level",
              "Ebene, auf der der Wert erhoben wurde",
              "level on which the value was recorded",
              (all, one) -> one.origin().level()),
          text(
              "native_edition",
              "Ausgabe der Grenzen, auf der der Wert erhoben wurde",
              "edition of boundaries on which the value was recorded",
              (all, one) -> one.origin().edition()),
          flag(
              "aggregated",
              "ob der Wert aus einer feineren Ebene zusammengefasst wurde",
              "whether the value was aggregated from a finer level",
              (all, one) -> Boolean.toString(one.origin().aggregated())),
          text("unit", "Einheit", "unit", (all, one) -> all.indicator().unit().id()),
          source("dataset", "Datensätze", "data sets", Dataset::id),
          source("publisher", "Herausgeber", "publishers", Dataset::publisher),
          source(
              "licence",
              "Lizenzen, je Datensatz eine",
              "licences, one for each data set",
              dataset -> dataset.licence().id()),
          source(
              "attribution",
              "Quellenvermerke, die überall zu zeigen sind",
              "attributions that must show wherever the data shows",
              Dataset::attribution),
          source("vintage", "Stand der Daten", "state of the data", Dataset::vintage),
          flag(
              "example",
              "ob die Daten erfundene Beispieldaten sind",
              "whether the data are invented examples",
              (all, one) ->
                  Boolean.toString(all.sources(one.origin()).stream().anyMatch(Dataset::example))),
          number(
              "revision",
              "Revision der Daten",
              "revision of the data",
              (all, one) -> Long.toString(all.revision())));

  /** Columns that differ from row to row; the others are the same for a whole period. */
  private static final Set<String> OF_ROWS =
      Set.of("code", "name", "value", "lower", "upper", "status", "respondents");

  /** A fact about each of the data sets that a value comes from, in the same order. */
  private static ValueColumn source(
      String name, String de, String en, Function<Dataset, String> fact) {
    return text(
        name,
        de,
        en,
        (all, one) ->
            all.sources(one.origin()).stream().map(fact).collect(Collectors.joining("; ")));
  }

  private static ValueColumn text(
      String name, String de, String en, BiFunction<ValuesExport, Cell, String> cell) {
    return new ValueColumn(name, "string", de, en, cell);
  }

  private static ValueColumn number(
      String name, String de, String en, BiFunction<ValuesExport, Cell, String> cell) {
    return new ValueColumn(name, "number", de, en, cell);
  }

  private static ValueColumn flag(
      String name, String de, String en, BiFunction<ValuesExport, Cell, String> cell) {
    return new ValueColumn(name, "boolean", de, en, cell);
  }

  /** Whether the cell is the same in all rows of a period. */
  boolean isOfPeriod() {
    return !OF_ROWS.contains(name);
  }

  /** Whether cells are numbers, with a decimal point and without exponent. */
  boolean isNumber() {
    return type.equals("number");
  }
}
