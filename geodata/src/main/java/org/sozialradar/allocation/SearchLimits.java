package org.sozialradar.allocation;

import java.time.Duration;
import java.util.Map;

/**
 * How long an optimum is searched for. Whichever limit is reached first ends the search; only that
 * of nodes ends it at the same place on every machine.
 *
 * @param nodes nodes of the search tree for a program of {@value #VARIABLES} variables, at least 1;
 *     larger programs, whose nodes take longer, get fewer in proportion
 * @param time for one program; the guard of a server, not what should end the search
 */
public record SearchLimits(int nodes, Duration time) {
  static final int VARIABLES = 100;

  /** What is usual. */
  public static final SearchLimits STANDARD = new SearchLimits(400, Duration.ofSeconds(2));

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
}
