package org.sozialradar.filter.cql2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sozialradar.filter.And;
import org.sozialradar.filter.Between;
import org.sozialradar.filter.Comparison;
import org.sozialradar.filter.Expression;
import org.sozialradar.filter.Filter;
import org.sozialradar.filter.FilterFault;
import org.sozialradar.filter.In;
import org.sozialradar.filter.InvalidFilterException;
import org.sozialradar.filter.IsNull;
import org.sozialradar.filter.Like;
import org.sozialradar.filter.Not;
import org.sozialradar.filter.Or;

/**
 * Reads CQL2 text, with one method for each rule of its grammar from the weakest operator to the
 * strongest: OR, AND, NOT, predicates. Numbers and what binds stronger is read by {@link Sums}.
 */
public final class Cql2Text {
  /** Words that are no names of properties unless quoted. */
  static final Set<String> RESERVED =
      Set.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "TRUE", "FALSE", "DIV");

  private final Reading reading;

  Cql2Text(Reading reading) {
    this.reading = reading;
  }

  /**
   * The tree of a text.
   *
   * @throws InvalidFilterException {@code too-long}, {@code syntax} with the position, {@code
   *     too-deep}, {@code bad-time}, {@code bad-geometry}
   */
  public static Expression parse(String text) {
    return parse(text, Frame.OF_DATA);
  }

  /**
   * As {@link #parse(String)}, with geometries in another coordinate system than the data.
   *
   * @param frame that system
   */
  public static Expression parse(String text, Frame frame) {
    requireLength(text);
    var reading = new Reading(Tokens.of(text), frame);
    var root = new Cql2Text(reading).disjunction();
    if (!reading.atEnd()) {
      throw Expected.END.at(reading.peek());
    }
    return root;
  }

  static void requireLength(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > Filter.MOST_BYTES) {
      throw InvalidFilterException.of(FilterFault.TOO_LONG, Filter.MOST_BYTES);
    }
  }

  Expression disjunction() {
    reading.enter();
    var terms = new ArrayList<>(List.of(conjunction()));
    while (reading.takeWord("OR")) {
      terms.add(conjunction());
    }
    reading.leave();
    return terms.size() == 1 ? terms.get(0) : new Or(terms);
  }

  private Expression conjunction() {
    var terms = new ArrayList<>(List.of(negation()));
    while (reading.takeWord("AND")) {
      terms.add(negation());
    }
    return terms.size() == 1 ? terms.get(0) : new And(terms);
  }

  private Expression negation() {
    return reading.takeWord("NOT") ? new Not(predicate()) : predicate();
  }

  private Expression predicate() {
    var left = sum();
    var operator = Comparison.Operator.find(reading.peek().text());
    if (operator.isPresent() && reading.peek().kind() == Token.Kind.SYMBOL) {
      reading.take();
      return new Comparison(operator.get(), left, sum());
    }
    if (reading.takeWord("IS")) {
      boolean negated = reading.takeWord("NOT");
      reading.requireWord("NULL", Expected.NULL);
      return negated(negated, new IsNull(left));
    }
    boolean negated = reading.takeWord("NOT");
    if (reading.takeWord("LIKE")) {
      return negated(negated, new Like(left, new Primaries(reading, this).pattern()));
    }
    if (reading.takeWord("BETWEEN")) {
      return negated(negated, between(left));
    }
    if (reading.takeWord("IN")) {
      return negated(negated, new In(left, choices()));
    }
    if (negated) {
      throw Expected.LIKE_BETWEEN_IN.at(reading.peek());
    }
    return left;
  }

  private static Expression negated(boolean negated, Expression predicate) {
    return negated ? new Not(predicate) : predicate;
  }

  private Expression between(Expression number) {
    var low = sum();
    reading.requireWord("AND", Expected.AND);
    return new Between(number, low, sum());
  }

  private List<Expression> choices() {
    reading.require("(", Expected.OPENING);
    return reading.list(this::sum);
  }

  Expression sum() {
    return new Sums(reading, this).sum();
  }
}
