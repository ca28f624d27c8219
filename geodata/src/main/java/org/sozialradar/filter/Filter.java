package org.sozialradar.filter;

/**
 * A filter that may be run: within its limits, asking only for what may be asked, and true or false
 * for each row. Immutable and safe for use by many threads.
 */
public final class Filter {
  /** Most bytes of UTF-8 that a filter may be written in. */
  public static final int MOST_BYTES = 4096;

  /** Deepest nesting of expressions. */
  public static final int DEEPEST = 16;

  /** Most fixed values; a geometry is one. */
  public static final int MOST_LITERALS = 100;

  /** Most spatial tests: each may have to look at every vertex of every row. */
  public static final int MOST_SPATIAL_TESTS = 5;

  private final Expression root;

  private Filter(Expression root) {
    this.root = root;
  }

  /**
   * A filter of an expression.
   *
   * @throws InvalidFilterException if it is too deep or has too many literals or spatial tests,
   *     asks for what there is not, its types do not fit, or it is not true or false
   */
  public static Filter of(Expression root, Queryables queryables) {
    if (depth(root) > DEEPEST) {
      throw InvalidFilterException.of(FilterFault.TOO_DEEP, DEEPEST);
    }
    if (count(root, SpatialTest.class) > MOST_SPATIAL_TESTS) {
      throw InvalidFilterException.of(FilterFault.TOO_MANY_SPATIAL_TESTS, MOST_SPATIAL_TESTS);
    }
    if (count(root, Literal.class) > MOST_LITERALS) {
      throw InvalidFilterException.of(FilterFault.TOO_MANY_LITERALS, MOST_LITERALS);
    }
    Operand.of("filter", root).requireCondition(queryables);
    return new Filter(root);
  }

  private static int depth(Expression expression) {
    return 1 + expression.children().stream().mapToInt(Filter::depth).max().orElse(0);
  }

  private static int count(Expression expression, Class<? extends Expression> kind) {
    int own = kind.isInstance(expression) ? 1 : 0;
    return own + expression.children().stream().mapToInt(one -> count(one, kind)).sum();
  }

  /** Whether a row is wanted; what is not known is not wanted. */
  public boolean matches(Row row) {
    return root.evaluate(row).equals(Value.TRUE);
  }
}
