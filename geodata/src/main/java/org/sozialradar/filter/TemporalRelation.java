package org.sozialradar.filter;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How two times can stand to each other; the names are those of CQL2. */
public enum TemporalRelation {
  T_AFTER(true),
  T_BEFORE(true),
  T_CONTAINS(false),
  T_DISJOINT(true),
  T_DURING(false),
  T_EQUALS(true),
  T_FINISHEDBY(false),
  T_FINISHES(false),
  T_INTERSECTS(true),
  T_MEETS(false),
  T_METBY(false),
  T_OVERLAPPEDBY(false),
  T_OVERLAPS(false),
  T_STARTEDBY(false),
  T_STARTS(false);

  private final boolean instants;

  TemporalRelation(boolean instants) {
    this.instants = instants;
  }

  /** The relation of a name, in upper or lower case. */
  public static Optional<TemporalRelation> find(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Stream.of(values()).filter(one -> one.name().equals(upper)).findFirst();
  }

  /** Whether days and times can stand so, or intervals only. */
  boolean takesInstants() {
    return instants;
  }

  boolean holds(Value.Span a, Value.Span b) {
    int starts = a.start().compare(b.start());
    int ends = a.end().compare(b.end());
    int startToEnd = a.start().compare(b.end());
    int endToStart = a.end().compare(b.start());
    return switch (this) {
      case T_AFTER -> startToEnd > 0;
      case T_BEFORE -> endToStart < 0;
      case T_DISJOINT -> startToEnd > 0 || endToStart < 0;
      case T_INTERSECTS -> startToEnd <= 0 && endToStart >= 0;
      case T_EQUALS -> starts == 0 && ends == 0;
      case T_CONTAINS -> starts < 0 && ends > 0;
      case T_DURING -> starts > 0 && ends < 0;
      case T_FINISHEDBY -> starts < 0 && ends == 0;
      case T_FINISHES -> starts > 0 && ends == 0;
      case T_MEETS -> endToStart == 0;
      case T_METBY -> startToEnd == 0;
      case T_OVERLAPPEDBY -> starts > 0 && startToEnd < 0 && ends > 0;
      case T_OVERLAPS -> starts < 0 && endToStart > 0 && ends < 0;
      case T_STARTEDBY -> starts == 0 && ends > 0;
      case T_STARTS -> starts == 0 && ends < 0;
    };
  }
}
