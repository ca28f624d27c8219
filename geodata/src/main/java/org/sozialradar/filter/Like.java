package org.sozialradar.filter;

import java.util.List;

/**
 * True if a text matches a pattern: {@code %} stands for any characters or none, {@code _} for one,
 * a backslash takes the meaning from what follows it.
 *
 * @param text compared whole
 * @param pattern a literal, or one {@link Folded}
 */
public record Like(Expression text, Expression pattern) implements Expression {
  @Override
  public List<Expression> children() {
    return List.of(text, pattern);
  }

  @Override
  public ValueType type(Queryables queryables) {
    Operand.of("LIKE", text).require(queryables, ValueType.TEXT);
    Operand.of("LIKE", pattern).require(queryables, ValueType.TEXT);
    return ValueType.BOOLEAN;
  }

  @Override
  public Value evaluate(Row row) {
    return text.evaluate(row) instanceof Value.Text known
            && pattern.evaluate(row) instanceof Value.Text wanted
        ? Value.of(matches(known.text(), wanted.text()))
        : Value.MISSING;
  }

  /** Goes back to the last percent sign only, whose beginning is all that a later one can need. */
  private static boolean matches(String text, String pattern) {
    int[] characters = text.codePoints().toArray();
    var steps = LikeStep.of(pattern);
    int at = 0;
    int step = 0;
    int many = -1;
    int resume = 0;
    while (at < characters.length) {
      if (step < steps.size() && steps.get(step).isMany()) {
        many = step++;
        resume = at;
      } else if (step < steps.size() && steps.get(step).takes(characters[at])) {
        step++;
        at++;
      } else if (many >= 0) {
        step = many + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    return steps.subList(step, steps.size()).stream().allMatch(LikeStep::isMany);
  }
}
