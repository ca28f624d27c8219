package org.sozialradar.ingest.table;

import java.util.List;
import java.util.regex.Pattern;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.GermanKeys;
import org.sozialradar.ingest.FieldSettings.KeyType;
import org.sozialradar.ingest.InvalidSettingException;
import org.sozialradar.ingest.IssueType;
import org.sozialradar.ingest.table.Columns.Column;

/**
 * Reads the key of a row: from one column or put together from several, leading zeros restored by
 * length, and turned into a code of the level.
 *
 * @param columns the key or its parts
 * @param type form of the whole key
 * @param level id of the level that the codes belong to
 */
record AreaKey(List<Column> columns, KeyType type, String level) {
  static final IssueType MALFORMED =
      IssueType.error(
          "key-malformed",
          "„%s“ ist kein Schlüssel der Form %s.",
          "'%s' is not a key of the form %s.");

  private static final Pattern DIGITS = Pattern.compile("[0-9]*");

  /**
   * A key as it was read.
   *
   * @param code code of the area
   * @param restored whether zeros were restored
   */
  record Found(AreaCode code, boolean restored) {}

  AreaKey {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new InvalidSettingException(
          "das Schema nennt keine Spalte mit der Rolle „key“",
          "the schema names no column with the role 'key'");
    }
    if (columns.size() > 1 && columns.stream().anyMatch(column -> part(column) == 0)) {
      throw new InvalidSettingException(
          "jeder Teil eines geteilten Schlüssels nennt „part“",
          "each part of a split key names 'part'");
    }
    requireFit(type, level);
  }

  static AreaKey of(List<Column> columns, String level) {
    var types =
        columns.stream()
            .map(column -> column.field().radar().keyType())
            .filter(type -> type != KeyType.CODE)
            .distinct()
            .toList();
    return new AreaKey(columns, types.size() == 1 ? types.get(0) : KeyType.CODE, level);
  }

  private static int part(Column column) {
    return column.field().radar().part();
  }

  private static void requireFit(KeyType type, String level) {
    boolean fits =
        switch (type) {
          case AGS -> level.equals("municipality");
          case ARS -> level.equals("municipality") || level.equals("association");
          case GVB -> level.equals("association");
          case DISTRICT -> level.equals("district");
          case STATE -> level.equals("state");
          case CODE -> true;
        };
    if (!fits) {
      throw new InvalidSettingException(
          "ein Schlüssel der Form " + type + " passt nicht zur Ebene „" + level + "“",
          "a key of the form " + type + " does not fit the level '" + level + "'");
    }
  }

  /** Whether the row has nothing where the key should stand. */
  boolean isEmpty(TableRow row) {
    return columns.stream().allMatch(column -> row.cell(column.index()).isEmpty());
  }

  /** Reads the key of a row. */
  Found read(TableRow row) throws MalformedCellException {
    var text = new StringBuilder();
    boolean restored = false;
    for (var column : columns) {
      String raw = row.cell(column.index()).text();
      String part = columns.size() > 1 ? GermanKeys.restoreLeadingZeros(raw, part(column)) : raw;
      if (columns.size() > 1 && !part.matches("\\d{" + part(column) + "}")) {
        throw new MalformedCellException(MALFORMED, raw, column.header());
      }
      restored |= !part.equals(raw);
      text.append(part);
    }
    String whole = text.toString();
    String full = columns.size() > 1 ? whole : restore(whole);
    return new Found(code(full), restored || !full.equals(whole));
  }

  /** A German key loses at most one zero, that of its state. */
  private String restore(String text) {
    return text.length() == type.digits() - 1
        ? GermanKeys.restoreLeadingZeros(text, type.digits())
        : text;
  }

  private AreaCode code(String key) throws MalformedCellException {
    if (type != KeyType.CODE && !isGerman(key)) {
      throw new MalformedCellException(MALFORMED, key, formOf(type));
    }
    if (type == KeyType.ARS) {
      return new AreaCode(
          level.equals("municipality")
              ? GermanKeys.agsOfArs(key)
              : GermanKeys.associationOfArs(key));
    }
    try {
      return new AreaCode(key);
    } catch (IllegalArgumentException e) {
      throw new MalformedCellException(MALFORMED, key, formOf(type));
    }
  }

  private boolean isGerman(String key) {
    return key.length() == type.digits()
        && DIGITS.matcher(key).matches()
        && GermanKeys.findStateName(key.substring(0, 2)).isPresent();
  }

  private static String formOf(KeyType type) {
    return type == KeyType.CODE ? "CODE" : type + " (" + type.digits() + ")";
  }

  /** The header or headers, for issues. */
  String header() {
    return String.join("+", columns.stream().map(Column::header).toList());
  }

  /** The text of the key as it stands there, for issues. */
  String text(TableRow row) {
    return String.join(
        " ", columns.stream().map(column -> row.cell(column.index()).text()).toList());
  }
}
