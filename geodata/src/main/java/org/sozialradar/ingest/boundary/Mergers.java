package org.sozialradar.ingest.boundary;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sozialradar.area.AreaCode;
import org.sozialradar.ingest.ResourceInput;

/** Mergers of areas, in order of their days. Immutable. */
final class Mergers {
  private final List<Merger> mergers;
  private final Map<AreaCode, Merger> byOld = new TreeMap<>();

  /**
   * An area that became part of another.
   *
   * @param old the area that was merged away
   * @param successor the area that it became part of
   * @param newName name of the successor from then on
   * @param validOn first day of the successor
   * @param row row of the table
   */
  record Merger(AreaCode old, AreaCode successor, String newName, LocalDate validOn, long row) {}

  private Mergers(List<Merger> mergers) {
    this.mergers = mergers.stream().sorted(Comparator.comparing(Merger::validOn)).toList();
    this.mergers.forEach(merger -> byOld.put(merger.old(), merger));
  }

  /** Reads the table; malformed rows and mergers that make no sense are errors. */
  static Mergers read(ResourceInput<MergerSettings> input, Set<AreaCode> base) {
    var columns = input.settings().columns();
    var wanted = List.of(columns.old(), columns.successor(), columns.newName(), columns.validOn());
    var keys = new KeyReader(input.issues(), input.tally());
    var mergers = new ArrayList<Merger>();
    for (var line : TableLine.read(input, wanted)) {
      findMerger(line, keys, input).ifPresent(mergers::add);
    }
    keys.noteRestored(input.place());
    var all = new Mergers(mergers);
    all.check(input, base);
    return all;
  }

  private static Optional<Merger> findMerger(
      TableLine line, KeyReader keys, ResourceInput<MergerSettings> input) {
    var columns = input.settings().columns();
    var type = input.settings().keyType();
    var old = keys.find(line.text(columns.old()), type, input.place(line.number(), columns.old()));
    var successor =
        keys.find(
            line.text(columns.successor()), type, input.place(line.number(), columns.successor()));
    var day = findDay(line, input);
    if (old.isEmpty() || successor.isEmpty() || day.isEmpty()) {
      return Optional.empty();
    }
    String name = line.text(columns.newName());
    return Optional.of(new Merger(old.get(), successor.get(), name, day.get(), line.number()));
  }

  private static Optional<LocalDate> findDay(TableLine line, ResourceInput<MergerSettings> input) {
    String column = input.settings().columns().validOn();
    String text = line.text(column);
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      var place = input.place(line.number(), column);
      input.issues().add(MergerIssues.DATE_MALFORMED.at(place, text, text));
      return Optional.empty();
    }
  }

  private void check(ResourceInput<MergerSettings> input, Set<AreaCode> base) {
    var existing = new TreeSet<>(base);
    var seen = new TreeMap<AreaCode, Merger>();
    var column = input.settings().columns().old();
    for (var merger : mergers) {
      var place = input.place(merger.row(), column);
      String value = merger.old().value();
      var first = seen.putIfAbsent(merger.old(), merger);
      if (first != null) {
        input.issues().add(MergerIssues.TWICE.at(place, value, value, first.row(), merger.row()));
      }
      if (!existing.contains(merger.old())) {
        String edition = input.settings().fromEdition();
        input.issues().add(MergerIssues.UNKNOWN_AREA.at(place, value, value, edition));
      }
      if (existing.add(merger.successor()) && merger.newName().isBlank()) {
        input.issues().add(MergerIssues.NAME_MISSING.at(place, value, merger.successor()));
      }
      if (findSuccessor(merger.old(), LocalDate.MAX).isEmpty()) {
        input.issues().add(MergerIssues.CIRCLE.at(place, value, value));
      }
    }
  }

  /** What an area of the first edition is on a day; empty if its mergers run in a circle. */
  private Optional<AreaCode> findSuccessor(AreaCode code, LocalDate day) {
    var current = code;
    for (int steps = 0; steps <= mergers.size(); steps++) {
      var merger = byOld.get(current);
      if (merger == null || merger.validOn().isAfter(day) || merger.successor().equals(current)) {
        return Optional.of(current);
      }
      current = merger.successor();
    }
    return Optional.empty();
  }

  /** For each area of the first edition the area that it is, or is part of, on a day. */
  SortedMap<AreaCode, AreaCode> successors(Set<AreaCode> base, LocalDate day) {
    var successors = new TreeMap<AreaCode, AreaCode>();
    base.forEach(code -> successors.put(code, findSuccessor(code, day).orElseThrow()));
    return successors;
  }

  /** The name that the last merger up to a day gave to an area. */
  Optional<String> findName(AreaCode successor, LocalDate day) {
    return mergers.stream()
        .filter(merger -> merger.successor().equals(successor))
        .filter(merger -> !merger.validOn().isAfter(day) && !merger.newName().isBlank())
        .map(Merger::newName)
        .reduce((earlier, later) -> later);
  }
}
