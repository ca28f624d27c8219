package org.sozialradar.filter.cql2;

import java.util.Locale;

/**
 * A piece of CQL2 text.
 *
 * @param kind what it is
 * @param text names and texts without their quotes, the rest as written
 * @param position of its first character, from 1
 */
record Token(Kind kind, String text, int position) {
  /** What a piece of text can be. */
  enum Kind {
    NAME,
    QUOTED_NAME,
    TEXT,
    NUMBER,
    SYMBOL,
    END
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Whether it is a word of the language, in upper or lower case. */
  boolean isWord(String word) {
    return kind == Kind.NAME && text.toUpperCase(Locale.ROOT).equals(word);
  }
}
