package org.sozialradar.server.snapshot;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds areas by name or key, whatever the accents and capitals. Immutable. */
public final class AreaSearch {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final int NO_MATCH = 4;

  private record Entry(AreaEntry area, String folded) {}

  private final List<Entry> entries;

  AreaSearch(List<AreaEntry> areas) {
    entries = areas.stream().map(area -> new Entry(area, fold(area.name()))).toList();
  }

  /** Folds a text: lower case, no accents, {@code ß} as {@code ss}, one space between words. */
  static String fold(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String lower = plain.toLowerCase(Locale.ROOT).replace("ß", "ss");
    return BETWEEN_WORDS.matcher(lower).replaceAll(" ").strip();
  }

  /** {@code ae}, {@code oe}, {@code ue} as the umlauts that somebody without their keys means. */
  private static String withoutDigraphs(String folded) {
    return folded.replace("ae", "a").replace("oe", "o").replace("ue", "u");
  }

  /**
   * Areas whose name or key fits a text: equal ones first, then those that begin with it, then
   * those in which a word begins with it, then those that hold it; each group by name.
   *
   * @param text what somebody typed; blank fits all, signs alone fit none
   * @param level id of the level to look on, empty for all
   * @param limit most areas
   */
  public List<AreaEntry> find(String text, String level, int limit) {
    String wanted = fold(text);
    if (wanted.isEmpty() && !text.isBlank()) {
      return List.of();
    }
    record Hit(int rank, AreaEntry area) {}
    var hits = new ArrayList<Hit>();
    for (var entry : entries) {
      int rank =
          level.isEmpty() || entry.area().level().equals(level) ? rank(entry, wanted) : NO_MATCH;
      if (rank < NO_MATCH) {
        hits.add(new Hit(rank, entry.area()));
      }
    }
    hits.sort(
        Comparator.comparingInt(Hit::rank)
            .thenComparing(hit -> fold(hit.area().name()))
            .thenComparing(hit -> hit.area().code()));
    return hits.stream().limit(limit).map(Hit::area).toList();
  }

  private static int rank(Entry entry, String wanted) {
    if (entry.area().code().value().startsWith(wanted)) {
      return entry.area().code().value().equals(wanted) ? 0 : 1;
    }
    int rank = rank(entry.folded(), wanted);
    String short1 = withoutDigraphs(wanted);
    return rank < NO_MATCH || short1.equals(wanted)
        ? rank
        : rank(withoutDigraphs(entry.folded()), short1);
  }

  private static int rank(String name, String wanted) {
    if (name.startsWith(wanted)) {
      return name.equals(wanted) ? 0 : 1;
    }
    if (name.contains(" " + wanted)) {
      return 2;
    }
    return name.contains(wanted) ? 3 : NO_MATCH;
  }
}
