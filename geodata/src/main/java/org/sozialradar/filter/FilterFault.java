package org.sozialradar.filter;

import java.util.Locale;
import org.sozialradar.dataset.LocalizedText;

/** What can be wrong with a filter; the texts take the details in their order. */
public enum FilterFault {
  TOO_LONG(
      "Der Filter ist länger als %s Byte (in UTF-8).",
      "The filter is longer than %s bytes (in UTF-8)."),
  TOO_DEEP(
      "Der Filter ist tiefer als %s Ebenen geschachtelt.",
      "The filter is nested more than %s levels deep."),
  TOO_MANY_LITERALS(
      "Der Filter hat mehr als %s feste Werte.", "The filter has more than %s literals."),
  TOO_MANY_SPATIAL_TESTS(
      "Der Filter hat mehr als %s räumliche Vergleiche.",
      "The filter has more than %s spatial tests."),
  NO_FIXED_GEOMETRY(
      "„%s“ braucht auf einer Seite eine feste Geometrie.",
      "'%s' needs a fixed geometry on one side."),
  SYNTAX(
      "An Stelle %s steht „%s“; erwartet wird %s.",
      "At position %s there is '%s'; expected is %s."),
  CUT_OFF(
      "Der Filter endet an Stelle %s; erwartet wird %s.",
      "The filter ends at position %s; expected is %s."),
  NOT_JSON(
      "Der Filter ist kein gültiges JSON (Zeile %s, Spalte %s).",
      "The filter is not valid JSON (line %s, column %s)."),
  BAD_NODE(
      "An der Stelle %s des Filters wird %s erwartet.", "At %s of the filter, %s is expected."),
  UNKNOWN_PROPERTY(
      "Es gibt keine Eigenschaft „%s“. Es gibt: %s.", "There is no property '%s'. There are: %s."),
  UNKNOWN_FUNCTION(
      "Es gibt keine Funktion „%s“. Es gibt: %s.", "There is no function '%s'. There are: %s."),
  ONE_ARGUMENT(
      "Die Funktion „%s“ hat genau ein Argument.", "The function '%s' takes exactly one argument."),
  TYPE_MISMATCH("„%s“ arbeitet mit %s, nicht mit %s.", "'%s' works with %s, not with %s."),
  NO_CONDITION(
      "%s ist keine Bedingung, sondern %s; es fehlt ein Vergleich, zum Beispiel %s.",
      "%s is no condition but %s; a comparison is missing, such as %s."),
  INCOMPARABLE("„%s“ kann %s nicht mit %s vergleichen.", "'%s' cannot compare %s with %s."),
  BAD_TIME(
      "„%s“ ist kein Tag (2023-12-31) und keine Zeit in UTC (2023-12-31T08:00:00Z).",
      "'%s' is neither a day (2023-12-31) nor a time in UTC (2023-12-31T08:00:00Z)."),
  BAD_GEOMETRY("Die Geometrie ist ungültig: %s.", "The geometry is not valid: %s.");

  private final String de;
  private final String en;

  FilterFault(String de, String en) {
    this.de = de;
    this.en = en;
  }

  /** Stable name, such as {@code unknown-property}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  LocalizedText text(Object... details) {
    return new LocalizedText(de.formatted(details), en.formatted(details));
  }
}
