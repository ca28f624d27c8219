package org.sozialradar.indicator;

import java.util.regex.Pattern;

/** Recursive descent over the grammar of {@link Formula}. Used once, by one thread. */
final class FormulaParser {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");
  private static final Pattern YEAR = Pattern.compile("\\d{4}(?!\\d)");
  private static final Pattern SPACE = Pattern.compile("\\s*");

  private final String text;
  private int at;
  private int depth;

  private FormulaParser(String text) {
    this.text = text;
  }

  static Expression parse(String text) {
    if (text.length() > Formula.MAX_LENGTH) {
      throw new FormulaException(
          "formula-too-long",
          Formula.MAX_LENGTH,
          text.length() + " characters; " + Formula.MAX_LENGTH + " are possible");
    }
    var parser = new FormulaParser(text);
    var expression = parser.sum();
    if (!parser.atEnd()) {
      throw parser.syntax("an operator or the end");
    }
    if (expression.inputs().isEmpty()) {
      throw new FormulaException("formula-without-indicator", 0, "the formula names no indicator");
    }
    return expression;
  }

  private Expression sum() {
    enter();
    var left = product();
    while (next('+') || next('-')) {
      int position = at++;
      left = new Expression.Operation(text.charAt(position), left, product(), position);
    }
    depth--;
    return left;
  }

  private Expression product() {
    var left = factor();
    while (next('*') || next('/')) {
      int position = at++;
      left = new Expression.Operation(text.charAt(position), left, factor(), position);
    }
    return left;
  }

  private Expression factor() {
    if (next('-')) {
      enter();
      int position = at++;
      var negated = new Expression.Negated(factor(), position);
      depth--;
      return negated;
    }
    if (next('(')) {
      at++;
      var inner = sum();
      expect(')');
      return inner;
    }
    return atom();
  }

  private Expression atom() {
    skipSpace();
    int position = at;
    if (at < text.length() && Character.isDigit(text.charAt(at))) {
      return new Expression.Constant(Double.parseDouble(take(NUMBER, "a number")), position);
    }
    String name = take(NAME, "a number, an indicator or a parenthesis");
    return next('(') ? call(name, position) : new Expression.Observed(name, position);
  }

  private Expression call(String name, int position) {
    if (!name.equals("change_since")) {
      throw new FormulaException("formula-syntax", position, "there is no function " + name);
    }
    expect('(');
    skipSpace();
    int argument = at;
    String indicator = take(NAME, "an indicator");
    expect(',');
    skipSpace();
    var year = new ReferencePeriod(take(YEAR, "a year of four digits"));
    expect(')');
    return new Expression.ChangeSince(indicator, year, argument);
  }

  private void enter() {
    if (++depth > Formula.MAX_DEPTH) {
      throw new FormulaException(
          "formula-too-deep", at, "more than " + Formula.MAX_DEPTH + " levels of parentheses");
    }
  }

  private String take(Pattern pattern, String expected) {
    skipSpace();
    var matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw syntax(expected);
    }
    at = matcher.end();
    return matcher.group();
  }

  private void expect(char character) {
    if (!next(character)) {
      throw syntax("'" + character + "'");
    }
    at++;
  }

  private boolean next(char character) {
    skipSpace();
    return at < text.length() && text.charAt(at) == character;
  }

  private boolean atEnd() {
    skipSpace();
    return at == text.length();
  }

  private void skipSpace() {
    var matcher = SPACE.matcher(text).region(at, text.length());
    if (matcher.lookingAt()) {
      at = matcher.end();
    }
  }

  private FormulaException syntax(String expected) {
    String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
    return new FormulaException("formula-syntax", at, "expected " + expected + ", found " + found);
  }
}
