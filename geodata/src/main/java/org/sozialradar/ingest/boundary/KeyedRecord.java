package org.sozialradar.ingest.boundary;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.GermanKeys;
import org.sozialradar.ingest.FieldSettings.KeyType;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.ResourceInput;

/**
 * The key of a feature or row and what it tells of the areas that hold it.
 *
 * @param code the key
 * @param ars the ARS, empty if unknown
 * @param ancestors codes of the areas that hold it, by level
 */
record KeyedRecord(AreaCode code, String ars, Map<String, AreaCode> ancestors) {
  KeyedRecord {
    ancestors = Map.copyOf(ancestors);
  }

  /**
   * A feature or row.
   *
   * @param number which it is in the file
   * @param texts its cells by column
   */
  record Source(long number, Map<String, String> texts) {
    Source {
      texts = Map.copyOf(texts);
    }

    String text(String column) {
      return texts.getOrDefault(column, "").strip();
    }
  }

  /** Reads keys by the columns that the manifest names. Not safe for use by many threads. */
  static final class Reader {
    private final ResourceInput<?> input;
    private final AreaColumns columns;
    private final KeyReader keys;

    Reader(ResourceInput<?> input, AreaColumns columns) {
      this.input = input;
      this.columns = columns;
      this.keys = new KeyReader(input.issues(), input.tally());
    }

    /** The key of a feature or row; empty, with an issue, if it has none of the right form. */
    Optional<KeyedRecord> find(Source source) {
      String text = source.text(columns.key());
      var place = place(source, columns.key());
      if (text.isEmpty()) {
        input.issues().add(BoundaryIssues.KEY_MISSING.at(place, "", source.number()));
        return Optional.empty();
      }
      return keys.find(text, columns.keyType(), place).map(code -> of(code, text, source));
    }

    /** Adds one note for all keys whose zeros were restored. */
    void noteRestored() {
      keys.noteRestored(input.place());
    }

    private IssuePlace place(Source source, String column) {
      return input.place(source.number(), column);
    }

    private KeyedRecord of(AreaCode code, String keyText, Source source) {
      String ars =
          columns.keyType() == KeyType.ARS
              ? GermanKeys.restoreLeadingZeros(keyText, GermanKeys.ARS_LENGTH)
              : ars(code, source);
      var ancestors = new TreeMap<String, AreaCode>();
      if (columns.isGerman() || columns.level().equals(AreaLevel.REGION.id())) {
        ancestors.putAll(AncestorKeys.of(columns.level(), code, ars));
      }
      columns.ancestors().forEach((level, column) -> putNamed(ancestors, level, column, source));
      return new KeyedRecord(code, ars, ancestors);
    }

    /** The ARS if there is one that agrees with the key. */
    private String ars(AreaCode code, Source source) {
      String text = source.text(columns.ars());
      if (text.isEmpty()) {
        return "";
      }
      var place = place(source, columns.ars());
      var ars = keys.findArs(text, place);
      if (ars.isPresent() && !GermanKeys.agsOfArs(ars.get()).equals(code.value())) {
        input.issues().add(BoundaryIssues.KEYS_DIFFER.at(place, text, code, text));
        return "";
      }
      return ars.orElse("");
    }

    private void putNamed(
        Map<String, AreaCode> ancestors, String level, String column, Source source) {
      String text = source.text(column);
      if (text.isEmpty()) {
        return;
      }
      var type = AreaColumns.usualKeyType(level);
      keys.find(text, type, place(source, column))
          .ifPresent(
              code -> {
                if (type != KeyType.CODE) {
                  AncestorKeys.of(level, code, "").forEach(ancestors::putIfAbsent);
                }
                ancestors.put(level, code);
              });
    }
  }
}
