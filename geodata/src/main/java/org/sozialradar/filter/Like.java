package org.sozialradar.filter;

import java.util.BitSet;
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

  /** In time that grows with the product of the lengths, whatever the pattern. */
  private static boolean matches(String text, String pattern) {
    int[] characters = text.codePoints().toArray();
    var reached = new BitSet();
    reached.set(0);
    for (var step : LikeStep.of(pattern)) {
      reached = step.from(reached, characters);
    }
    return reached.get(characters.length);
  }
}
