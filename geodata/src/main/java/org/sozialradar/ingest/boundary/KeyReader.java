package org.sozialradar.ingest.boundary;

import java.util.Optional;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.GermanKeys;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.FieldSettings.KeyType;
import org.sozialradar.ingest.ImportIssues;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.Tally;

/** Reads keys, restores their zeros and checks their form. Not safe for use by many threads. */
final class KeyReader {
  private final ImportIssues issues;
  private final Tally tally;
  private long restored;

  KeyReader(ImportIssues issues, Tally tally) {
    this.issues = issues;
    this.tally = tally;
  }

  /** The key in a text; empty, with an issue, if it has not the form. An ARS gives its AGS. */
  Optional<AreaCode> find(String text, KeyType type, IssuePlace place) {
    return findKey(text, type, place)
        .map(key -> type == KeyType.ARS ? GermanKeys.agsOfArs(key) : key)
        .map(AreaCode::new);
  }

  /** The ARS in a text, whole; empty, with an issue, if it is none. */
  Optional<String> findArs(String text, IssuePlace place) {
    return findKey(text, KeyType.ARS, place);
  }

  private Optional<String> findKey(String text, KeyType type, IssuePlace place) {
    String stripped = text.strip();
    String key = GermanKeys.restoreLeadingZeros(stripped, type.digits());
    if (!hasForm(key, type)) {
      issues.add(BoundaryIssues.KEY_MALFORMED.at(place, text, text, form(type)));
      return Optional.empty();
    }
    if (!key.equals(stripped)) {
      restored++;
      tally.add(Count.CODES_RESTORED);
    }
    return Optional.of(key);
  }

  private static boolean hasForm(String key, KeyType type) {
    return switch (type) {
      case AGS -> GermanKeys.isAgs(key);
      case ARS -> GermanKeys.isArs(key);
      case GVB, DISTRICT, STATE ->
          key.length() == type.digits() && GermanKeys.isAgs((key + "000000").substring(0, 8));
      default -> key.matches("[\\p{L}\\p{Nd}._-]{1,40}");
    };
  }

  private static String form(KeyType type) {
    return type == KeyType.CODE ? "[A-Za-z0-9._-]" : type + " (" + type.digits() + ")";
  }

  /** Adds one note for all keys whose zeros were restored. */
  void noteRestored(IssuePlace place) {
    if (restored > 0) {
      issues.add(BoundaryIssues.ZEROS_RESTORED.at(place, "", restored));
    }
  }
}
