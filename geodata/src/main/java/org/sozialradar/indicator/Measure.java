package org.sozialradar.indicator;

/**
 * How an indicator's values behave when areas are joined or split (methods, section 6).
 *
 * @param kind extensive, rate or intensive
 * @param weight for a rate the id of the indicator that is its denominator; for an extensive one
 *     {@code population} or {@code area} names the share that splits it; empty otherwise
 */
public record Measure(Kind kind, String weight) {
  /** How values add up. */
  public enum Kind {
    /** Counts and sums: added up over areas, split by shares. */
    EXTENSIVE,
    /** Quotients: the mean weighted by the denominator. */
    RATE,
    /** Medians, ranks, indices, distances: neither added up nor converted. */
    INTENSIVE
  }

  public Measure {
    if ((kind == Kind.INTENSIVE) != weight.isEmpty()) {
      throw new IllegalArgumentException("measure " + kind + " with weight '" + weight + "'");
    }
    if (kind == Kind.EXTENSIVE && !weight.equals("population") && !weight.equals("area")) {
      throw new IllegalArgumentException("an extensive measure is split by population or area");
    }
  }

  public static Measure extensive(String share) {
    return new Measure(Kind.EXTENSIVE, share);
  }

  public static Measure rate(String denominator) {
    return new Measure(Kind.RATE, denominator);
  }

  public static Measure intensive() {
    return new Measure(Kind.INTENSIVE, "");
  }
}
