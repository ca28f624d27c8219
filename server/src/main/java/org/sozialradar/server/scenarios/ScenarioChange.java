package org.sozialradar.server.scenarios;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

/**
 * What somebody changes in one indicator.
 *
 * @param place where it stands in the request, for problems
 * @param indicator id of the indicator
 * @param kind how it changes
 * @param amount by how much; 0 for {@link Kind#LIKE}
 * @param like code of the area whose value is taken; empty for other kinds
 */
record ScenarioChange(String place, String indicator, Kind kind, double amount, String like) {
  private static final double MOST = 1e12;
  private static final double MOST_PERCENT = 10_000;
  private static final double MOST_FACTOR = 100;

  /** How an indicator changes. */
  enum Kind {
    /** To a value. */
    ABSOLUTE(-MOST, MOST),
    /** By an amount in its unit. */
    SHIFT(-MOST, MOST),
    /** By percent of its value. */
    RELATIVE(-100, MOST_PERCENT),
    /** To a multiple of its value. */
    FACTOR(0, MOST_FACTOR),
    /** To the value of another area. */
    LIKE(0, 0),
    /** To the value that so many percent of the areas lie below. */
    PERCENTILE(0, 100);

    private final double least;
    private final double most;

    Kind(double least, double most) {
      this.least = least;
      this.most = most;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final List<String> KINDS =
      List.of(Kind.values()).stream().map(Kind::label).toList();
  private static final Set<String> FIELDS =
      Set.of("indicator", "absolute", "shift", "relative", "factor", "like", "percentile");

  /**
   * Reads a change.
   *
   * @throws ProblemException naming the field that does not fit
   */
  static ScenarioChange of(JsonRequest json) {
    json.requireKnown(FIELDS);
    String indicator = json.text("indicator");
    var given = json.names().stream().filter(KINDS::contains).toList();
    if (given.size() != 1) {
      throw ProblemException.ofParameter(
          ProblemType.NOT_ONE_FIELD,
          json.place(given.isEmpty() ? "absolute" : given.get(1)),
          String.join(", ", KINDS));
    }
    var kind = Kind.valueOf(given.get(0).toUpperCase(Locale.ROOT));
    if (kind == Kind.LIKE) {
      return new ScenarioChange(json.place(""), indicator, kind, 0, json.text("like"));
    }
    double amount = json.findNumber(kind.label(), kind.least, kind.most).orElseThrow();
    return new ScenarioChange(json.place(""), indicator, kind, amount, "");
  }

  /** Where a field of it stands in the request. */
  String place(String field) {
    return place + field;
  }
}
