package org.sozialradar.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Collects issues: counts all, lists the first of them. Not safe for use by many threads. */
public final class ImportIssues {
  /** How many issues are listed; errors come before warnings and notes. */
  public static final int MAX_LISTED = 1000;

  private final Map<Severity, List<ImportIssue>> listed = new EnumMap<>(Severity.class);
  private final Map<String, Long> counts = new TreeMap<>();

  public ImportIssues() {
    for (var severity : Severity.values()) {
      listed.put(severity, new ArrayList<>());
    }
  }

  public void add(ImportIssue issue) {
    counts.merge(issue.code(), 1L, Long::sum);
    var list = listed.get(issue.severity());
    if (list.size() < MAX_LISTED) {
      list.add(issue);
    }
  }

  /** Whether the data package must be rejected. */
  public boolean hasErrors() {
    return !listed.get(Severity.ERROR).isEmpty();
  }

  /** At most {@value #MAX_LISTED} issues, errors first, each severity in the order of finding. */
  public List<ImportIssue> listed() {
    return Stream.of(Severity.values())
        .flatMap(severity -> listed.get(severity).stream())
        .limit(MAX_LISTED)
        .toList();
  }

  /** How many issues of each code there are, listed or not. */
  public Map<String, Long> counts() {
    return Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  public long count(IssueType type) {
    return counts.getOrDefault(type.code(), 0L);
  }

  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
