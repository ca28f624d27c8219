package org.sozialradar.ingest.table;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.NClass;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.ingest.FieldSettings.Role;
import org.sozialradar.ingest.table.Columns.Column;

/**
 * Columns that say more of the values in another column: their status, their interval, the class of
 * respondents. Texts are those of exports.
 */
record BesideValue(
    Optional<Column> status,
    Optional<Column> lower,
    Optional<Column> upper,
    Optional<Column> respondents) {
  static BesideValue of(Columns columns, Column value) {
    return new BesideValue(
        columns.findBeside(value, Role.STATUS),
        columns.findBeside(value, Role.LOWER),
        columns.findBeside(value, Role.UPPER),
        columns.findBeside(value, Role.RESPONDENTS));
  }

  private Stream<Column> all() {
    return Stream.of(status, lower, upper, respondents).flatMap(Optional::stream);
  }

  boolean isEmpty() {
    return all().findAny().isEmpty();
  }

  /** The texts of a row, with a stroke before each. */
  String text(TableRow row) {
    return all()
        .map(column -> " | " + row.cell(column.index()).text())
        .collect(Collectors.joining());
  }

  /** The value with what the columns say of it. */
  Estimate complete(TableRow row, Estimate value, ValueCells cells) throws MalformedCellException {
    var own = status(row).orElse(value.status());
    try {
      return own.hasValue() && value.hasValue()
          ? new Estimate(
              value.value(),
              number(row, lower, cells),
              number(row, upper, cells),
              own,
              respondents(row))
          : missing(value, own);
    } catch (IllegalArgumentException contradiction) {
      throw new MalformedCellException(RowIssues.BESIDE_VALUE);
    }
  }

  private static Estimate missing(Estimate value, ObservationStatus status)
      throws MalformedCellException {
    if (status.hasValue() || value.hasValue()) {
      throw new MalformedCellException(RowIssues.BESIDE_VALUE);
    }
    return Estimate.missing(status);
  }

  private static double number(TableRow row, Optional<Column> column, ValueCells cells)
      throws MalformedCellException {
    return column.isPresent() ? cells.number(row, column.get()) : Double.NaN;
  }

  private static String cell(TableRow row, Optional<Column> column) {
    return column.map(one -> row.cell(one.index()).text().strip()).orElse("");
  }

  private Optional<ObservationStatus> status(TableRow row) throws MalformedCellException {
    String text = cell(row, status);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var found =
        Arrays.stream(ObservationStatus.values()).filter(one -> one.label().equals(text)).findAny();
    if (found.isEmpty()) {
      throw new MalformedCellException(RowIssues.BESIDE_VALUE);
    }
    return found;
  }

  private NClass respondents(TableRow row) throws MalformedCellException {
    String text = cell(row, respondents);
    return Arrays.stream(NClass.values())
        .filter(one -> one.label().equals(text))
        .findAny()
        .orElseThrow(() -> new MalformedCellException(RowIssues.BESIDE_VALUE));
  }
}
