package org.sozialradar.filter.cql2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.filter.And;
import org.sozialradar.filter.Arithmetic;
import org.sozialradar.filter.ArrayTest;
import org.sozialradar.filter.Between;
import org.sozialradar.filter.Call;
import org.sozialradar.filter.Comparison;
import org.sozialradar.filter.Elements;
import org.sozialradar.filter.Expression;
import org.sozialradar.filter.FilterFault;
import org.sozialradar.filter.Folded;
import org.sozialradar.filter.In;
import org.sozialradar.filter.Interval;
import org.sozialradar.filter.InvalidFilterException;
import org.sozialradar.filter.IsNull;
import org.sozialradar.filter.Like;
import org.sozialradar.filter.Literal;
import org.sozialradar.filter.Not;
import org.sozialradar.filter.Or;
import org.sozialradar.filter.Property;
import org.sozialradar.filter.SpatialRelation;
import org.sozialradar.filter.SpatialTest;
import org.sozialradar.filter.TemporalRelation;
import org.sozialradar.filter.TemporalTest;
import org.sozialradar.filter.Value;

/**
 * Makes expressions of the nodes of CQL2 JSON.
 *
 * @param place of the node, as a path from {@code $}
 * @param depth of the node, from 1
 * @param frame coordinate system of the geometries
 */
record JsonNodes(String place, int depth, Frame frame) {
  private static final String ARGUMENTS = "args";

  Expression expression(JsonNode node) {
    Reading.requireDepth(depth);
    if (node.isTextual()) {
      return new Literal(Value.of(node.textValue()));
    }
    if (node.isNumber()) {
      return number(node);
    }
    if (node.isBoolean()) {
      return new Literal(Value.of(node.booleanValue()));
    }
    if (node.isArray()) {
      return new Elements(list(node));
    }
    if (!node.isObject()) {
      throw expected("ein Ausdruck", "an expression");
    }
    return object(node);
  }

  private Literal number(JsonNode node) {
    var value = Value.of(node.doubleValue());
    if (value.equals(Value.MISSING)) {
      throw expected("eine Zahl", "a number");
    }
    return new Literal(value);
  }

  private Expression object(JsonNode node) {
    if (node.has("op")) {
      return operation(text(node, "op"), arguments(node));
    }
    if (node.has("property")) {
      return new Property(text(node, "property"));
    }
    if (node.has("date")) {
      return Times.day(text(node, "date"));
    }
    if (node.has("timestamp")) {
      return Times.time(text(node, "timestamp"));
    }
    if (node.has("interval")) {
      return interval(node.get("interval"));
    }
    if (node.has("bbox") && !node.has("type")) {
      return literal(Shapes.box(new JsonShapes(below("bbox")).numbers(node.get("bbox")), frame));
    }
    return literal(new JsonShapes(this).geometry(node));
  }

  private Literal literal(Geometry read) {
    return Shapes.literal(frame.toData().apply(read));
  }

  private Interval interval(JsonNode ends) {
    if (!ends.isArray() || ends.size() != 2) {
      throw below("interval").expected("zwei Enden", "two ends");
    }
    return new Interval(end(ends.get(0)), end(ends.get(1)));
  }

  private Optional<Expression> end(JsonNode end) {
    return end.isTextual()
        ? Times.end(end.textValue())
        : Optional.of(below("interval").expression(end));
  }

  private String text(JsonNode node, String name) {
    if (!node.get(name).isTextual()) {
      throw below(name).expected("ein Text", "a text");
    }
    return node.get(name).textValue();
  }

  private List<Expression> arguments(JsonNode node) {
    var arguments = node.path(ARGUMENTS);
    if (!arguments.isArray()) {
      throw below(ARGUMENTS).expected("eine Liste", "an array");
    }
    return below(ARGUMENTS).list(arguments);
  }

  private List<Expression> list(JsonNode array) {
    var list = new ArrayList<Expression>();
    for (int i = 0; i < array.size(); i++) {
      list.add(new JsonNodes(place + "[" + i + "]", depth + 1, frame).expression(array.get(i)));
    }
    return list;
  }

  private Expression operation(String name, List<Expression> args) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "and" -> new And(atLeastTwo(args));
      case "or" -> new Or(atLeastTwo(args));
      case "not" -> new Not(exactly(1, args).get(0));
      case "isnull" -> new IsNull(exactly(1, args).get(0));
      case "like" -> new Like(exactly(2, args).get(0), args.get(1));
      case "between" -> new Between(exactly(3, args).get(0), args.get(1), args.get(2));
      case "in" -> in(exactly(2, args));
      case "casei" -> new Folded(Folded.Folding.CASEI, exactly(1, args).get(0));
      case "accenti" -> new Folded(Folded.Folding.ACCENTI, exactly(1, args).get(0));
      default -> test(name, args);
    };
  }

  private Expression in(List<Expression> args) {
    if (args.get(1) instanceof Elements choices && !choices.elements().isEmpty()) {
      return new In(args.get(0), choices.elements());
    }
    throw below(ARGUMENTS + "[1]").expected("eine Liste mit Werten", "an array of values");
  }

  private Expression test(String name, List<Expression> args) {
    var comparison = Comparison.Operator.find(name);
    if (comparison.isPresent()) {
      return new Comparison(comparison.get(), exactly(2, args).get(0), args.get(1));
    }
    var arithmetic = Arithmetic.Operator.find(name);
    if (arithmetic.isPresent()) {
      return new Arithmetic(arithmetic.get(), exactly(2, args).get(0), args.get(1));
    }
    var spatial = SpatialRelation.find(name);
    if (spatial.isPresent()) {
      return new SpatialTest(spatial.get(), exactly(2, args).get(0), args.get(1));
    }
    var temporal = TemporalRelation.find(name);
    if (temporal.isPresent()) {
      return new TemporalTest(temporal.get(), exactly(2, args).get(0), args.get(1));
    }
    var array = ArrayTest.Relation.find(name);
    return array.isPresent()
        ? new ArrayTest(array.get(), exactly(2, args).get(0), args.get(1))
        : new Call(name, args);
  }

  private List<Expression> exactly(int number, List<Expression> args) {
    if (args.size() != number) {
      throw below(ARGUMENTS).expected("Argumente, genau " + number, "arguments, exactly " + number);
    }
    return args;
  }

  private List<Expression> atLeastTwo(List<Expression> args) {
    if (args.size() < 2) {
      throw below(ARGUMENTS).expected("mindestens zwei Argumente", "two arguments or more");
    }
    return args;
  }

  JsonNodes below(String name) {
    return new JsonNodes(place + "." + name, depth, frame);
  }

  InvalidFilterException expected(String de, String en) {
    return InvalidFilterException.inWords(
        FilterFault.BAD_NODE, List.of(place, de), List.of(place, en));
  }
}
