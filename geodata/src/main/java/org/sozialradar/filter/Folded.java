package org.sozialradar.filter;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text without what comparisons are not to mind. */
public record Folded(Folding folding, Expression text) implements Expression {
  /** What is taken off. */
  public enum Folding {
    /** The difference of upper and lower case. */
    CASEI,
    /** Accents and other marks on letters (canonical decomposition, marks left out). */
    ACCENTI;

    String fold(String text) {
      return switch (this) {
        // upper case first: it takes ß to ss and ς to Σ
        case CASEI -> text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        case ACCENTI ->
            MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
      };
    }
  }

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  @Override
  public List<Expression> children() {
    return List.of(text);
  }

  @Override
  public ValueType type(Queryables queryables) {
    return Operand.of(folding.name(), text).require(queryables, ValueType.TEXT);
  }

  @Override
  public Value evaluate(Row row) {
    return text.evaluate(row) instanceof Value.Text known
        ? Value.of(folding.fold(known.text()))
        : Value.MISSING;
  }
}
