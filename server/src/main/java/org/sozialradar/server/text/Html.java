package org.sozialradar.server.text;

/** Writes texts into HTML so that nothing in them is taken for markup. */
public final class Html {
  private Html() {}

  /** For text and for values of attributes in quotes. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A paragraph with a text. */
  public static void paragraph(String text, StringBuilder html) {
    html.append("<p>").append(escape(text)).append("</p>\n");
  }
}
