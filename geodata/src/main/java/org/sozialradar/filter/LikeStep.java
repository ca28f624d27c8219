package org.sozialradar.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * One element of a pattern.
 *
 * @param kind what it stands for
 * @param character the code point that it stands for, if it is one
 */
record LikeStep(Kind kind, int character) {
  private static final char ESCAPE = 92;

  /** What an element can stand for. */
  enum Kind {
    SAME,
    ANY_ONE,
    ANY_MANY
  }

  static List<LikeStep> of(String pattern) {
    var steps = new ArrayList<LikeStep>();
    boolean escaped = false;
    for (int character : pattern.codePoints().toArray()) {
      if (!escaped && character == ESCAPE) {
        escaped = true;
        continue;
      }
      boolean plain = escaped || (character != '%' && character != '_');
      steps.add(
          new LikeStep(
              plain ? Kind.SAME : character == '%' ? Kind.ANY_MANY : Kind.ANY_ONE, character));
      escaped = false;
    }
    return steps;
  }

  boolean isMany() {
    return kind == Kind.ANY_MANY;
  }

  /** Whether it stands for one character, and for this one. */
  boolean takes(int other) {
    return kind == Kind.ANY_ONE || (kind == Kind.SAME && character == other);
  }
}
