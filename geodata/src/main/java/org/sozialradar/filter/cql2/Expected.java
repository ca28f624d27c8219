package org.sozialradar.filter.cql2;

import java.util.List;
import org.sozialradar.filter.FilterFault;
import org.sozialradar.filter.InvalidFilterException;

/** What the grammar asks for at a place of a text. */
enum Expected {
  EXPRESSION("ein Ausdruck", "an expression"),
  END("das Ende oder AND, OR", "the end or AND, OR"),
  CLOSING_QUOTE("ein schließendes Anführungszeichen", "a closing quote"),
  OPENING("eine öffnende Klammer", "an opening parenthesis"),
  CLOSING("eine schließende Klammer oder ein Komma", "a closing parenthesis or a comma"),
  COMMA("ein Komma", "a comma"),
  AND("AND", "AND"),
  NULL("NULL", "NULL"),
  LIKE_BETWEEN_IN("LIKE, BETWEEN oder IN", "LIKE, BETWEEN or IN"),
  PATTERN("ein Muster in einfachen Anführungszeichen", "a pattern in single quotes"),
  TEXT("ein Text in einfachen Anführungszeichen", "a text in single quotes"),
  NUMBER("eine Zahl", "a number"),
  GEOMETRY("eine Geometrie", "a geometry");

  private static final int SHOWN = 20;

  private final String de;
  private final String en;

  Expected(String de, String en) {
    this.de = de;
    this.en = en;
  }

  /**
   * The fault that something else stands there.
   *
   * @param position from 1
   */
  InvalidFilterException at(int position, String found) {
    String shown = found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found;
    return InvalidFilterException.inWords(
        FilterFault.SYNTAX, List.of(position, shown, de), List.of(position, shown, en));
  }

  InvalidFilterException at(Token token) {
    int position = token.position();
    return token.kind() == Token.Kind.END
        ? InvalidFilterException.inWords(
            FilterFault.CUT_OFF, List.of(position, de), List.of(position, en))
        : at(position, token.text());
  }
}
