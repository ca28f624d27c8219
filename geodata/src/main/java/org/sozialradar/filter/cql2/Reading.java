package org.sozialradar.filter.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.filter.Filter;
import org.sozialradar.filter.FilterFault;
import org.sozialradar.filter.InvalidFilterException;

/** Goes through the pieces of a text, and keeps count of how deep it is. */
final class Reading {
  private final List<Token> tokens;
  private final Frame frame;
  private int at;
  private int depth;

  /**
   * Begins with the first piece.
   *
   * @param frame coordinate system of the geometries
   */
  Reading(List<Token> tokens, Frame frame) {
    this.tokens = tokens;
    this.frame = frame;
  }

  /** The coordinate system of the geometries. */
  Frame frame() {
    return frame;
  }

  /** A geometry that was read, in the coordinate system of the data. */
  Geometry inData(Geometry read) {
    return frame.toData().apply(read);
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peekNext() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  Token take() {
    var token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean atEnd() {
    return peek().kind() == Token.Kind.END;
  }

  /** Whether a parenthesis opens that holds nothing, or a comma that is in no other within it. */
  boolean isListNext() {
    if (!peek().isSymbol("(")) {
      return false;
    }
    int open = 0;
    for (int i = at; i < tokens.size(); i++) {
      var token = tokens.get(i);
      open += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      if (open == 1 && token.isSymbol(",")) {
        return true;
      }
      if (open == 0) {
        return i == at + 1;
      }
    }
    return false;
  }

  boolean takeSymbol(String symbol) {
    boolean found = peek().isSymbol(symbol);
    at += found ? 1 : 0;
    return found;
  }

  boolean takeWord(String word) {
    boolean found = peek().isWord(word);
    at += found ? 1 : 0;
    return found;
  }

  void require(String symbol, Expected expected) {
    if (!takeSymbol(symbol)) {
      throw expected.at(peek());
    }
  }

  void requireWord(String word, Expected expected) {
    if (!takeWord(word)) {
      throw expected.at(peek());
    }
  }

  /** One or more elements with commas between, and the parenthesis after them. */
  <T> List<T> list(Supplier<? extends T> element) {
    var elements = new ArrayList<T>();
    do {
      elements.add(element.get());
    } while (takeSymbol(","));
    require(")", Expected.CLOSING);
    return elements;
  }

  /**
   * Goes one level deeper.
   *
   * @throws InvalidFilterException {@code too-deep}
   */
  void enter() {
    depth++;
    requireDepth(depth);
  }

  void leave() {
    depth--;
  }

  static void requireDepth(int depth) {
    if (depth > Filter.DEEPEST) {
      throw InvalidFilterException.of(FilterFault.TOO_DEEP, Filter.DEEPEST);
    }
  }
}
