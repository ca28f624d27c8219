package org.sozialradar.server.documents;

import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.text.Html;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/** What documents there are: the API, the catalogue, methods of results, kinds of problems. */
final class IndexPage {
  private final Language language;
  private final String root;
  private final Texts texts;
  private final StringBuilder html = new StringBuilder("<section>\n");

  private IndexPage(Language language, String root) {
    this.language = language;
    this.root = root;
    texts = DocumentPage.texts(language);
  }

  /**
   * The page.
   *
   * @param root path below which clients see the server
   */
  static Content of(Snapshot snapshot, Language language, String root) {
    return new IndexPage(language, root).page(snapshot);
  }

  private Content page(Snapshot snapshot) {
    html.append("<h1>").append(Html.escape(texts.get("index.title"))).append("</h1>\n");
    part("index.api");
    link("/docs/api", texts.get("api.title"));
    link("/api/openapi.json", texts.get("api.machine"));
    link("/ogc", texts.get("index.ogc"));
    end();
    part("index.data");
    link("/api/catalog", texts.get("index.catalog"));
    link("/api/catalog?format=dcat", texts.get("index.dcat"));
    link("/api/codebook", texts.get("index.codebook"));
    end();
    methods(snapshot);
    part("index.problems");
    for (var type : ProblemType.values()) {
      link(type.address(), type.slug());
    }
    end();
    html.append("</section>\n");
    return DocumentPage.of(language, root, texts.get("index.title"), html);
  }

  private void methods(Snapshot snapshot) {
    var results = snapshot.results().all().keySet();
    if (results.isEmpty()) {
      html.append("<h2>").append(Html.escape(texts.get("index.methods"))).append("</h2>\n");
      Html.paragraph(texts.get("index.no-methods"), html);
      return;
    }
    part("index.methods");
    for (String result : results) {
      link("/docs/methods/" + result, language.of(snapshot.indicators().get(result).name()));
    }
    end();
  }

  private void part(String key) {
    html.append("<h2>").append(Html.escape(texts.get(key))).append("</h2>\n");
    html.append("<ul class=\"contents\">\n");
  }

  private void link(String address, String text) {
    html.append("<li><a href=\"").append(Html.escape(root + address)).append("\">");
    html.append(Html.escape(text)).append("</a></li>\n");
  }

  private void end() {
    html.append("</ul>\n");
  }
}
