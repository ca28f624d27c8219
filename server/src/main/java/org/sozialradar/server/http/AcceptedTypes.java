package org.sozialradar.server.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.QuotedCSV;

/**
 * The media types that a client likes, and how much (RFC 9110, section 12.5.1). Immutable.
 *
 * <p>Jetty sorts ranges by their weights, but does not say which of them holds for a type.
 */
record AcceptedTypes(List<Range> ranges) {
  private static final String ANY = "*";

  AcceptedTypes {
    ranges = List.copyOf(ranges);
  }

  /**
   * Types that are liked alike; their parameters do not count, as none are offered.
   *
   * @param type such as {@code text}, or {@code *}
   * @param subtype such as {@code csv}, or {@code *}
   * @param weight 0, not at all, to 1
   */
  record Range(String type, String subtype, double weight) {
    /** How much it says about a type, more the closer it names it; 0 if it is about others. */
    int closeness(String offered) {
      if (offered.equalsIgnoreCase(type + "/" + subtype)) {
        return 3;
      }
      boolean kind = offered.regionMatches(true, 0, type + "/", 0, type.length() + 1);
      if (kind && subtype.equals(ANY)) {
        return 2;
      }
      return type.equals(ANY) && subtype.equals(ANY) ? 1 : 0;
    }
  }

  /** Reads a value of {@code Accept}; what is no range of media types is left out. */
  static AcceptedTypes of(String accept) {
    var values = new QuotedCSV(true, accept).getValues();
    return new AcceptedTypes(values.stream().flatMap(value -> range(value).stream()).toList());
  }

  private static Optional<Range> range(String value) {
    var parts = value.split(";", -1);
    var names = parts[0].strip().split("/", -1);
    return names.length == 2
        ? Optional.of(new Range(names[0], names[1], weight(parts)))
        : Optional.empty();
  }

  /** The last of its parameters that is named so, but none that stands within quotes. */
  private static double weight(String... parts) {
    return Arrays.stream(parts)
        .skip(1)
        .map(String::strip)
        .filter(part -> part.matches("[qQ]=[^\"]*"))
        .reduce((first, second) -> second)
        .map(part -> number(part.substring(2)))
        .orElse(1.0);
  }

  /** What is no weight weighs nothing. */
  private static double number(String text) {
    try {
      double weight = Double.parseDouble(text);
      return weight > 0 ? Math.min(1, weight) : 0;
    } catch (NumberFormatException noNumber) {
      return 0;
    }
  }

  /** The type that is liked best, the first of those that are liked alike; empty if none is. */
  Optional<String> best(List<String> offered) {
    double most = offered.stream().mapToDouble(this::weight).max().orElse(0);
    return offered.stream().filter(type -> most > 0 && weight(type) == most).findFirst();
  }

  /** That of the range that names it most closely, of several such the highest. */
  private double weight(String offered) {
    int closest = about(offered).mapToInt(range -> range.closeness(offered)).max().orElse(0);
    return about(offered)
        .filter(range -> range.closeness(offered) == closest)
        .mapToDouble(Range::weight)
        .max()
        .orElse(0);
  }

  private Stream<Range> about(String offered) {
    return ranges.stream().filter(range -> range.closeness(offered) > 0);
  }
}
