package org.sozialradar.filter;

import java.util.ArrayList;
import java.util.BitSet;
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

  /**
   * How far the text can be matched with this element too.
   *
   * @param reached how many characters can be matched before it
   */
  BitSet from(BitSet reached, int[] text) {
    var next = new BitSet(text.length + 1);
    if (kind == Kind.ANY_MANY) {
      int first = reached.nextSetBit(0);
      if (first >= 0) {
        next.set(first, text.length + 1);
      }
      return next;
    }
    for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
      if (at < text.length && (kind == Kind.ANY_ONE || text[at] == character)) {
        next.set(at + 1);
      }
    }
    return next;
  }
}
