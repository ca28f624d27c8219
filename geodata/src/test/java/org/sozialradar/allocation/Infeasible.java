package org.sozialradar.allocation;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Reads what contradicts. */
final class Infeasible {
  private Infeasible() {}

  static String rules(AllocationQuestion question) {
    return catchThrowableOfType(InvalidAllocationException.class, () -> Allocation.of(question))
        .details()
        .get("rules");
  }
}
