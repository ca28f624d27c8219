package org.sozialradar.allocation;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How long an optimum is searched for. What should end a search is the limit of work, which ends it
 * at the same place on every machine: relaxed programs and nodes of the search tree, fewer of them
 * for larger programs.
 *
 * @param nodes nodes of the search tree for a program of {@value #VARIABLES} variables, at least 1;
 *     larger programs, whose nodes take longer, get fewer in proportion
 * @param time for each of the two steps of a search; the last guard of a server, told if it ends a
 *     search
 * @param nanos tells the time in nanoseconds from some beginning, as {@code System::nanoTime} does:
 *     what computes reads no clock
 */
public record SearchLimits(int nodes, Duration time, LongSupplier nanos) {
  static final int VARIABLES = 100;

  /** Variables of all relaxed programs together, and how many of these programs there may be. */
  private static final int RELAXED_VARIABLES = 50_000;

  private static final int FEWEST_PROGRAMS = 3;
  private static final int MOST_PROGRAMS = 60;

  private static final int NODES = 400;
  private static final Duration TIME = Duration.ofSeconds(6);

  /** What is usual. */
  public static SearchLimits standard(LongSupplier nanos) {
    return new SearchLimits(NODES, TIME, nanos);
  }

  /** The usual work, and as much time as it takes. */
  static SearchLimits ofWork() {
    return ofWork(NODES);
  }

  static SearchLimits ofWork(int nodes) {
    return new SearchLimits(nodes, Duration.ofDays(1), () -> 0);
  }

  /**
   * Checks the limits.
   *
   * @throws InvalidAllocationException {@code limits-invalid}
   */
  public SearchLimits {
    if (nodes < 1 || time.isNegative() || time.isZero()) {
      throw new InvalidAllocationException(
          "limits-invalid", nodes + " nodes, " + time, Map.of("nodes", Integer.toString(nodes)));
    }
  }

  int nodesFor(int variables) {
    return (int) Math.max(1, Math.min(nodes, (long) nodes * VARIABLES / Math.max(1, variables)));
  }

  /** Relaxed programs that are solved before nodes are searched. */
  int programsFor(int variables) {
    int fitting = RELAXED_VARIABLES / Math.max(1, variables);
    return Math.max(FEWEST_PROGRAMS, Math.min(MOST_PROGRAMS, fitting));
  }
}
