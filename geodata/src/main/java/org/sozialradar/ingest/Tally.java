package org.sozialradar.ingest;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Counts of one resource. Not safe for use by many threads. */
public final class Tally {
  private final Map<Count, Long> counts = new EnumMap<>(Count.class);

  public void add(Count count, long number) {
    if (number < 0) {
      throw new IllegalStateException("count " + count + " cannot shrink");
    }
    counts.merge(count, number, Long::sum);
  }

  public void add(Count count) {
    add(count, 1);
  }

  public long get(Count count) {
    return counts.getOrDefault(count, 0L);
  }

  /** The counts that were touched, in the order of {@link Count}. */
  public Map<Count, Long> counts() {
    return Collections.unmodifiableMap(new EnumMap<>(counts));
  }
}
