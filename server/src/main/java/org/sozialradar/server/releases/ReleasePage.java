package org.sozialradar.server.releases;

import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.release.ReleaseSource;
import org.sozialradar.release.ReleaseView;
import org.sozialradar.release.ReleaseView.FileView;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.text.Html;
import org.sozialradar.server.text.HtmlPage;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/** Shows releases as pages for people, in one language. */
final class ReleasePage {
  private static final HttpField TYPE = Content.type("text/html; charset=utf-8");
  private static final HttpField VARY = new HttpField(HttpHeader.VARY, "Accept, Accept-Language");
  private static final Map<Language, Texts> TEXTS =
      Map.of(
          Language.GERMAN, Texts.of(ReleasePage.class, "releases", Language.GERMAN),
          Language.ENGLISH, Texts.of(ReleasePage.class, "releases", Language.ENGLISH));
  private static final String NAVIGATION = "<nav><a href=\"%s/api/releases\">%s</a></nav>";

  private final Language language;
  private final Texts texts;
  private final String root;
  private final StringBuilder html = new StringBuilder();

  private ReleasePage(Language language, String root) {
    this.language = language;
    this.root = root;
    texts = TEXTS.get(language);
  }

  /**
   * The list of all.
   *
   * @param root path below which clients see the server
   */
  static Content ofAll(List<ReleaseView> releases, Language language, String root) {
    var page = new ReleasePage(language, root);
    Html.paragraph(page.texts.get(releases.isEmpty() ? "none" : "intro"), page.html);
    page.html.append("<ul>\n");
    releases.forEach(page::entry);
    page.html.append("</ul>\n");
    return page.content(page.texts.get("releases"));
  }

  private void entry(ReleaseView release) {
    String state = release.withdrawn() ? " – " + texts.get("withdrawn") : "";
    html.append("<li><a href=\"")
        .append(Html.escape(root))
        .append(ReleaseView.path(release.id()))
        .append("\">")
        .append(Html.escape(release.id() + ": " + language.of(release.title())))
        .append("</a> (")
        .append(Html.escape(day(release.createdAt()) + state))
        .append(")</li>\n");
  }

  /** One of them. */
  static Content of(ReleaseView release, Language language, String root) {
    var page = new ReleasePage(language, root);
    page.warnings(release);
    release.notes().lines().filter(line -> !line.isBlank()).forEach(page::paragraph);
    page.heading("cite");
    page.paragraph(language.of(release.citation()));
    page.heading("made");
    page.paragraph(
        page.texts.get("made.text", day(release.createdAt()), Long.toString(release.revision())));
    page.heading("files");
    page.files(release);
    page.heading("sources");
    page.html.append("<ul>\n");
    release.sources().forEach(page::source);
    page.html.append("</ul>\n");
    return page.content(
        page.texts.get("release", release.id()) + ": " + language.of(release.title()));
  }

  private void warnings(ReleaseView release) {
    if (release.withdrawn() && release.withdrawal().get("reason") instanceof LocalizedText reason) {
      String at = day(String.valueOf(release.withdrawal().get("at")));
      warning(texts.get("withdrawn.text", at, language.of(reason)));
    }
    if (release.example()) {
      warning(texts.get("example"));
    }
  }

  private void warning(String text) {
    html.append("<p class=\"example\">").append(Html.escape(text)).append("</p>\n");
  }

  private void heading(String key) {
    html.append("<h2>").append(Html.escape(texts.get(key))).append("</h2>\n");
  }

  private void paragraph(String text) {
    Html.paragraph(text, html);
  }

  private void files(ReleaseView release) {
    html.append("<ul>\n");
    release.files().forEach(file -> file(release, file));
    html.append("</ul>\n");
  }

  private void file(ReleaseView release, FileView file) {
    html.append("<li>");
    if (release.withdrawn()) {
      html.append(Html.escape(file.name()));
    } else {
      html.append("<a href=\"").append(Html.escape(file.href())).append("\">");
      html.append(Html.escape(file.name())).append("</a>");
    }
    String size = NumberFormat.getIntegerInstance(language.locale()).format(file.bytes());
    html.append(": ")
        .append(Html.escape(language.of(file.title()) + ", " + texts.get("bytes", size)))
        .append("<br /><code>SHA-256 ")
        .append(Html.escape(file.sha256()))
        .append("</code></li>\n");
  }

  private void source(ReleaseSource source) {
    html.append("<li>").append(Html.escape(language.of(source.title()) + ", " + source.vintage()));
    html.append(". ").append(Html.escape(source.attribution())).append(". ");
    licence(source);
    html.append("</li>\n");
  }

  private void licence(ReleaseSource source) {
    var licence = source.licence();
    boolean linked = licence.url().startsWith("https://") || licence.url().startsWith("http://");
    if (linked) {
      html.append("<a href=\"").append(Html.escape(licence.url())).append("\">");
    }
    html.append(Html.escape(licence.title()));
    if (linked) {
      html.append("</a>");
    }
  }

  private static String day(String time) {
    return time.substring(0, 10);
  }

  private Content content(String title) {
    String navigation = NAVIGATION.formatted(Html.escape(root), Html.escape(texts.get("releases")));
    String main = "      <h1>" + Html.escape(title) + "</h1>\n" + html;
    var page = new HtmlPage(language.tag(), title, root, List.of(), navigation, main).bytes();
    return Content.of(TYPE, page, CachePolicy.REVALIDATE, List.of(VARY));
  }
}
