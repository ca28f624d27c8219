package org.sozialradar.server.incidents;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import org.sozialradar.incident.PeopleShare;
import org.sozialradar.indicator.Decimals;

/**
 * A number with what is certain and what is possible.
 *
 * @param value the best guess
 * @param low at least
 * @param high at most
 */
record Range(BigDecimal value, BigDecimal low, BigDecimal high) {
  /** A sum while it is formed. */
  static final class Sum {
    private double value;
    private double low;
    private double high;

    void add(double amount, PeopleShare share) {
      value += amount * share.value();
      low += amount * share.low();
      high += amount * share.high();
    }

    void add(Sum other) {
      value += other.value;
      low += other.low;
      high += other.high;
    }

    /** The difference to another, whatever both truly are within their ranges. */
    Sum minus(Sum other) {
      var difference = new Sum();
      difference.value = value - other.value;
      difference.low = low - other.high;
      difference.high = high - other.low;
      return difference;
    }

    Range rounded(int decimals) {
      return new Range(
          Decimals.round(value, decimals),
          Decimals.round(low, decimals),
          Decimals.round(high, decimals));
    }
  }

  /** One amount in an area. */
  static Range of(double amount, PeopleShare share, int decimals) {
    var sum = new Sum();
    sum.add(amount, share);
    return sum.rounded(decimals);
  }

  /** Whether nothing is uncertain. */
  @JsonIgnore
  boolean isExact() {
    return low.compareTo(high) == 0;
  }
}
