package org.sozialradar.server.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.text.Html;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/** What all pages of this package have around them, in one language each. */
final class DocumentPage {
  private static final HttpField HTML = Content.type("text/html; charset=utf-8");
  private static final List<HttpField> VARYING =
      List.of(new HttpField(HttpHeader.VARY, "Accept-Language"));
  private static final Map<Language, Texts> TEXTS =
      Map.of(
          Language.GERMAN, Texts.of(DocumentPage.class, "documents", Language.GERMAN),
          Language.ENGLISH, Texts.of(DocumentPage.class, "documents", Language.ENGLISH));

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="%1$s">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>%2$s – Sozialradar</title>
          <link rel="icon" href="%6$s/favicon.svg" />
          <link rel="stylesheet" href="%6$s/docs/methods.css" />
          <link rel="stylesheet" href="%6$s/docs/api.css" />
        </head>
        <body>
          <header>
            <a class="home" href="%6$s/">Sozialradar</a>
            <nav aria-label="%3$s">
              <a href="%6$s/docs">%4$s</a>
              <a href="?lang=de" lang="de" hreflang="de">Deutsch</a>
              <a href="?lang=en" lang="en" hreflang="en">English</a>
            </nav>
          </header>
          <main>
      %5$s    </main>
        </body>
      </html>
      """;

  private DocumentPage() {}

  static Texts texts(Language language) {
    return TEXTS.get(language);
  }

  /**
   * A page.
   *
   * @param root path below which clients see the server, see {@link Query#root()}
   * @param title plain text
   * @param main what stands in it, as HTML
   */
  static Content of(Language language, String root, String title, CharSequence main) {
    var texts = texts(language);
    String page =
        PAGE.formatted(
            language.tag(),
            Html.escape(title),
            Html.escape(texts.get("navigation")),
            Html.escape(texts.get("index.title")),
            main,
            Html.escape(root));
    return Content.of(HTML, page.getBytes(StandardCharsets.UTF_8), CachePolicy.REVALIDATE, VARYING);
  }
}
