package org.sozialradar.ingest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.sozialradar.ingest.FieldSettings;
import org.sozialradar.ingest.FieldSettings.Role;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.InvalidSettingException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.IssueType;
import org.sozialradar.ingest.SchemaField;

/**
 * The columns of a table that the manifest describes, found by the header.
 *
 * @param width number of columns of the header, 0 if the table has none
 * @param keys the key, or its parts in order
 * @param period the column that names the period, if one does
 * @param values columns of values
 * @param beside columns that say more of values in others
 * @param byField every found column by the name of its field
 * @param ignored headers that no field describes
 */
public record Columns(
    int width,
    List<Column> keys,
    Optional<Column> period,
    List<Column> values,
    List<Column> beside,
    Map<String, Column> byField,
    List<String> ignored) {
  static final IssueType HEADER_MISSING =
      IssueType.error(
          "header-missing",
          "Der Kopf der Tabelle hat keine Spalte „%s“; es gibt: %s.",
          "The header of the table has no column '%s'; there are: %s.");
  static final IssueType HEADER_TWICE =
      IssueType.error(
          "header-twice",
          "Der Kopf der Tabelle hat die Spalte „%s“ zweimal.",
          "The header of the table has the column '%s' twice.");

  /**
   * A found column.
   *
   * @param index position from 0
   * @param header text of the header
   * @param field its description
   * @param period period of all its values, empty if another column names it
   */
  public record Column(int index, String header, SchemaField field, String period) {}

  public Columns {
    keys = List.copyOf(keys);
    values = List.copyOf(values);
    beside = List.copyOf(beside);
    byField = Map.copyOf(byField);
    ignored = List.copyOf(ignored);
  }

  /**
   * Finds the columns.
   *
   * @param header texts of the header by position; empty texts are columns without header
   * @param fields the description; a column is found by its header, or by its place if {@code
   *     header} is empty as a whole
   * @param place of the header, for issues
   * @throws InputRejectedException if a field has no column or more than one
   */
  public static Columns of(List<String> header, List<SchemaField> fields, IssuePlace place) {
    var found = new ArrayList<Column>();
    for (int i = 0; i < fields.size(); i++) {
      found.addAll(
          header.isEmpty() ? List.of(at(i, fields.get(i))) : find(header, fields.get(i), place));
    }
    var byField = new TreeMap<String, Column>();
    found.forEach(column -> byField.putIfAbsent(column.field().name(), column));
    var used = found.stream().map(Column::index).toList();
    var ignored = new ArrayList<String>();
    for (int i = 0; i < header.size(); i++) {
      if (!used.contains(i) && !header.get(i).isEmpty()) {
        ignored.add(header.get(i));
      }
    }
    return new Columns(
        header.size(),
        ofRole(found, Role.KEY),
        ofRole(found, Role.PERIOD).stream().findFirst(),
        ofRole(found, Role.VALUE),
        found.stream().filter(column -> column.field().radar().role().isBesideValue()).toList(),
        byField,
        ignored);
  }

  private static Column at(int index, SchemaField field) {
    return new Column(index, field.name(), field, field.radar().period());
  }

  private static List<Column> find(List<String> header, SchemaField field, IssuePlace place) {
    String wanted = field.radar().header().isEmpty() ? field.name() : field.radar().header();
    var columns =
        wanted.contains(FieldSettings.YEAR)
            ? findYears(header, field, wanted)
            : findAll(header, field, wanted::equals);
    if (columns.isEmpty()) {
      throw new InputRejectedException(
          HEADER_MISSING.at(place, "", wanted, String.join(", ", header)));
    }
    if (columns.stream().map(Column::header).distinct().count() < columns.size()) {
      throw new InputRejectedException(HEADER_TWICE.at(place, "", columns.get(0).header()));
    }
    return columns;
  }

  private static List<Column> findAll(
      List<String> header, SchemaField field, Predicate<String> wanted) {
    var columns = new ArrayList<Column>();
    for (int i = 0; i < header.size(); i++) {
      if (wanted.test(header.get(i))) {
        columns.add(new Column(i, header.get(i), field, field.radar().period()));
      }
    }
    return columns;
  }

  private static List<Column> findYears(List<String> header, SchemaField field, String wanted) {
    int at = wanted.indexOf(FieldSettings.YEAR);
    var pattern =
        Pattern.compile(
            Pattern.quote(wanted.substring(0, at))
                + "(\\d{4})"
                + Pattern.quote(wanted.substring(at + FieldSettings.YEAR.length())));
    return findAll(header, field, pattern.asMatchPredicate()).stream()
        .map(
            column ->
                new Column(column.index(), column.header(), field, year(pattern, column.header())))
        .toList();
  }

  private static String year(Pattern pattern, String header) {
    var matcher = pattern.matcher(header);
    if (!matcher.matches()) {
      throw new IllegalStateException("matched before: " + header);
    }
    return matcher.group(1);
  }

  private static List<Column> ofRole(List<Column> columns, Role role) {
    return columns.stream().filter(column -> column.field().radar().role() == role).toList();
  }

  /** The column that says something of the values in another one, if there is one. */
  Optional<Column> findBeside(Column value, Role role) {
    var own = value.field().radar();
    return beside.stream()
        .filter(one -> one.field().radar().role() == role)
        .filter(one -> one.field().radar().indicator().equals(own.indicator()))
        .filter(one -> one.field().radar().period().equals(own.period()))
        .findFirst();
  }

  /**
   * The column of a field.
   *
   * @throws InvalidSettingException if the schema has no such field
   */
  public Column get(String field) {
    var column = byField.get(field);
    if (column == null) {
      throw new InvalidSettingException(
          "das Feld „" + field + "“ fehlt im Schema", "the schema lacks the field '" + field + "'");
    }
    return column;
  }
}
