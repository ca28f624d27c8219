package org.sozialradar.filter.cql2;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.sozialradar.filter.ArrayTest;
import org.sozialradar.filter.Call;
import org.sozialradar.filter.Elements;
import org.sozialradar.filter.Expression;
import org.sozialradar.filter.Folded;
import org.sozialradar.filter.Interval;
import org.sozialradar.filter.Literal;
import org.sozialradar.filter.Property;
import org.sozialradar.filter.SpatialRelation;
import org.sozialradar.filter.SpatialTest;
import org.sozialradar.filter.TemporalRelation;
import org.sozialradar.filter.TemporalTest;
import org.sozialradar.filter.Value;

/** Reads what stands by itself: literals, names, calls, and what is in parentheses. */
final class Primaries {
  private final Reading reading;
  private final Cql2Text text;

  Primaries(Reading reading, Cql2Text text) {
    this.reading = reading;
    this.text = text;
  }

  Expression primary() {
    var token = reading.peek();
    if (reading.takeSymbol("(")) {
      var inside = text.disjunction();
      reading.require(")", Expected.CLOSING);
      return inside;
    }
    return switch (token.kind()) {
      case NUMBER -> number(1);
      case TEXT -> new Literal(Value.of(reading.take().text()));
      case QUOTED_NAME -> named(reading.take());
      case NAME -> word();
      default -> throw Expected.EXPRESSION.at(token);
    };
  }

  /** A number, times a sign that was read before. */
  Literal number(int sign) {
    var token = reading.take();
    if (token.kind() != Token.Kind.NUMBER) {
      throw Expected.NUMBER.at(token);
    }
    var value = Value.of(sign * Double.parseDouble(token.text()));
    if (value.equals(Value.MISSING)) {
      throw Expected.NUMBER.at(token);
    }
    return new Literal(value);
  }

  private Expression word() {
    if (reading.takeWord("TRUE")) {
      return new Literal(Value.TRUE);
    }
    if (reading.takeWord("FALSE")) {
      return new Literal(Value.FALSE);
    }
    var token = reading.peek();
    if (Cql2Text.RESERVED.contains(token.text().toUpperCase(Locale.ROOT))) {
      throw Expected.EXPRESSION.at(token);
    }
    if (Wkt.isNext(reading)) {
      return Shapes.literal(reading.inData(new Wkt(reading).geometry()));
    }
    return named(reading.take());
  }

  private Expression named(Token name) {
    if (!reading.takeSymbol("(")) {
      return new Property(name.text());
    }
    reading.enter();
    var result = name.kind() == Token.Kind.NAME ? built(name) : call(name);
    reading.leave();
    return result;
  }

  private Expression built(Token name) {
    return switch (name.text().toUpperCase(Locale.ROOT)) {
      case "CASEI" -> folded(Folded.Folding.CASEI);
      case "ACCENTI" -> folded(Folded.Folding.ACCENTI);
      case "DATE" -> Times.day(quoted());
      case "TIMESTAMP" -> Times.time(quoted());
      case "INTERVAL" -> interval();
      default -> test(name);
    };
  }

  private Expression test(Token name) {
    var spatial = SpatialRelation.find(name.text());
    if (spatial.isPresent()) {
      var pair = pair(text::sum);
      return new SpatialTest(spatial.get(), pair.get(0), pair.get(1));
    }
    var temporal = TemporalRelation.find(name.text());
    if (temporal.isPresent()) {
      var pair = pair(text::sum);
      return new TemporalTest(temporal.get(), pair.get(0), pair.get(1));
    }
    var array = ArrayTest.Relation.find(name.text());
    if (array.isPresent()) {
      var pair = pair(() -> reading.takeSymbol("(") ? elements() : text.sum());
      return new ArrayTest(array.get(), pair.get(0), pair.get(1));
    }
    return call(name);
  }

  private List<Expression> pair(Supplier<Expression> operand) {
    var left = operand.get();
    reading.require(",", Expected.COMMA);
    var right = operand.get();
    closing();
    return List.of(left, right);
  }

  private Expression call(Token name) {
    return new Call(
        name.text(), reading.takeSymbol(")") ? List.of() : reading.list(this::argument));
  }

  private Elements elements() {
    return new Elements(reading.takeSymbol(")") ? List.of() : reading.list(this::argument));
  }

  /** An expression, or an array: what is in parentheses with a comma between, or nothing. */
  private Expression argument() {
    if (!reading.isListNext()) {
      return text.disjunction();
    }
    reading.enter();
    reading.take();
    var array = elements();
    reading.leave();
    return array;
  }

  private Folded folded(Folded.Folding folding) {
    var inside = text.sum();
    closing();
    return new Folded(folding, inside);
  }

  /** What LIKE compares with: a text, perhaps without case or accents. */
  Expression pattern() {
    var token = reading.take();
    if (token.kind() == Token.Kind.TEXT) {
      return new Literal(Value.of(token.text()));
    }
    boolean folds = token.isWord("CASEI") || token.isWord("ACCENTI");
    if (!folds) {
      throw Expected.PATTERN.at(token);
    }
    reading.require("(", Expected.OPENING);
    reading.enter();
    var inside = pattern();
    reading.leave();
    closing();
    return new Folded(Folded.Folding.valueOf(token.text().toUpperCase(Locale.ROOT)), inside);
  }

  private Interval interval() {
    var start = end();
    reading.require(",", Expected.COMMA);
    var end = end();
    closing();
    return new Interval(start, end);
  }

  private Optional<Expression> end() {
    return reading.peek().kind() == Token.Kind.TEXT
        ? Times.end(reading.take().text())
        : Optional.of(primary());
  }

  private String quoted() {
    var token = reading.take();
    if (token.kind() != Token.Kind.TEXT) {
      throw Expected.TEXT.at(token);
    }
    closing();
    return token.text();
  }

  private void closing() {
    reading.require(")", Expected.CLOSING);
  }
}
