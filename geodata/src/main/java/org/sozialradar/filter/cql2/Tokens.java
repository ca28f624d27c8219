package org.sozialradar.filter.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sozialradar.filter.InvalidFilterException;

/** Cuts CQL2 text into its pieces. */
final class Tokens {
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[Ee][+-]?\\d+)?");
  private static final List<String> SYMBOLS =
      List.of("<>", "<=", ">=", "=", "<", ">", "(", ")", ",", "+", "-", "*", "/", "%", "^");
  private static final int NEXT_LINE = 0x85;

  private final String text;
  private final List<Token> found = new ArrayList<>();
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  /**
   * The pieces of a text, with an end after the last.
   *
   * @throws InvalidFilterException {@code syntax}
   */
  static List<Token> of(String text) {
    var tokens = new Tokens(text);
    while (tokens.skipSpace()) {
      tokens.found.add(tokens.next());
    }
    tokens.found.add(new Token(Token.Kind.END, "", tokens.at + 1));
    return List.copyOf(tokens.found);
  }

  private boolean skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  private static boolean isSpace(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == NEXT_LINE;
  }

  private Token next() {
    int start = at;
    char first = text.charAt(at);
    if (first == '\'') {
      return new Token(Token.Kind.TEXT, quoted('\''), start + 1);
    }
    if (first == '"') {
      return new Token(Token.Kind.QUOTED_NAME, quoted('"'), start + 1);
    }
    var number = NUMBER.matcher(text).region(at, text.length());
    if (number.lookingAt()) {
      at = number.end();
      return new Token(Token.Kind.NUMBER, number.group(), start + 1);
    }
    if (Names.isStart(text.codePointAt(at))) {
      return new Token(Token.Kind.NAME, name(), start + 1);
    }
    for (var symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        at += symbol.length();
        return new Token(Token.Kind.SYMBOL, symbol, start + 1);
      }
    }
    String wrong = new String(Character.toChars(text.codePointAt(at)));
    throw Expected.EXPRESSION.at(start + 1, wrong);
  }

  private String name() {
    int start = at;
    while (at < text.length() && Names.isPart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return text.substring(start, at);
  }

  /** What stands between quotes; the quote itself is written twice or after a backslash. */
  private String quoted(char quote) {
    int start = at;
    var inside = new StringBuilder();
    at++;
    while (at < text.length()) {
      char character = text.charAt(at++);
      boolean hasNext = at < text.length();
      boolean escapes =
          hasNext
              && (character == quote || (character == '\\' && quote == '\''))
              && text.charAt(at) == quote;
      if (escapes) {
        at++;
        inside.append(quote);
      } else if (character == quote) {
        return inside.toString();
      } else {
        inside.append(character);
      }
    }
    throw Expected.CLOSING_QUOTE.at(start + 1, text.substring(start));
  }
}
