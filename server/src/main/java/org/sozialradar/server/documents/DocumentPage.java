package org.sozialradar.server.documents;

import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.text.Html;
import org.sozialradar.server.text.HtmlPage;
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

  private static final String NAVIGATION =
      """
      <nav aria-label="%1$s">
              <a href="%2$s/docs">%3$s</a>
              <a href="?lang=de" lang="de" hreflang="de">Deutsch</a>
              <a href="?lang=en" lang="en" hreflang="en">English</a>
            </nav>
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
    String navigation =
        NAVIGATION.formatted(
            Html.escape(texts.get("navigation")),
            Html.escape(root),
            Html.escape(texts.get("index.title")));
    var page =
        new HtmlPage(language.tag(), title, root, List.of("api.css"), navigation, main).bytes();
    return Content.of(HTML, page, CachePolicy.REVALIDATE, VARYING);
  }
}
