package org.sozialradar.server.text;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What all pages for people have around them. No page loads anything from elsewhere.
 *
 * @param language tag of the page's language
 * @param title plain text
 * @param root path below which clients see the server; plain text
 * @param styles names of further style sheets below {@code /docs}
 * @param navigation what stands at the top beside the name, as HTML
 * @param main the page itself, as HTML
 */
public record HtmlPage(
    String language,
    String title,
    String root,
    List<String> styles,
    String navigation,
    CharSequence main) {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="%1$s">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>%2$s – Sozialradar</title>
          <link rel="icon" href="%3$s/favicon.svg" />
          <link rel="stylesheet" href="%3$s/docs/methods.css" />
      %4$s  </head>
        <body>
          <header>
            <a class="home" href="%3$s/">Sozialradar</a>
            %5$s
          </header>
          <main>
      %6$s    </main>
        </body>
      </html>
      """;

  private static final String STYLE = "    <link rel=\"stylesheet\" href=\"%s/docs/%s\" />\n";

  public HtmlPage {
    styles = List.copyOf(styles);
  }

  /** The page in UTF-8. */
  public byte[] bytes() {
    var further = new StringBuilder();
    String place = Html.escape(root);
    styles.forEach(style -> further.append(STYLE.formatted(place, style)));
    return PAGE.formatted(language, Html.escape(title), place, further, navigation.strip(), main)
        .getBytes(StandardCharsets.UTF_8);
  }
}
