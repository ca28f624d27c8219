package org.sozialradar.server.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.text.Html;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/**
 * The description of the API as a page. Headings and what each address is for are in the language
 * of the reader; longer descriptions stand in English, as in the document that they come from, and
 * are marked as such.
 */
final class ApiPage {
  private final JsonNode document;
  private final Language language;
  private final Texts texts;
  private final String root;
  private final StringBuilder html = new StringBuilder();

  private ApiPage(JsonNode document, Language language, String root) {
    this.document = document;
    this.language = language;
    this.root = root;
    texts = DocumentPage.texts(language);
  }

  /**
   * The page.
   *
   * @param document description after OpenAPI
   * @param address under which clients reach the server; a made-up one if it is not known
   */
  static Content of(JsonNode document, Language language, String address) {
    return new ApiPage(document, language, Query.root(address)).page(address);
  }

  private Content page(String address) {
    var groups = groups();
    begin(address, groups);
    for (var tag : document.get("tags")) {
      var operations = groups.getOrDefault(tag.get("name").asText(), List.of());
      if (!operations.isEmpty()) {
        group(tag, operations);
      }
    }
    return DocumentPage.of(language, root, texts.get("api.title"), html);
  }

  /** Operations by the name of their group, in the order of the document. */
  private Map<String, List<ApiOperation>> groups() {
    var groups = new LinkedHashMap<String, List<ApiOperation>>();
    for (var operation : ApiOperation.all(document)) {
      groups.computeIfAbsent(operation.group(), name -> new ArrayList<>()).add(operation);
    }
    return groups;
  }

  private void begin(String address, Map<String, List<ApiOperation>> groups) {
    html.append("<section>\n<h1>").append(escaped("api.title")).append("</h1>\n");
    Html.paragraph(texts.get("api.intro"), html);
    if (language == Language.GERMAN) {
      Html.paragraph(texts.get("api.language"), html);
    }
    html.append("<p>").append(escaped("api.address")).append("</p>\n<pre><code>RADAR=");
    html.append(Html.escape(address)).append("</code></pre>\n");
    html.append("<p><a href=\"")
        .append(Html.escape(root))
        .append("/api/openapi.json\">")
        .append(escaped("api.machine"))
        .append("</a></p>\n<h2>")
        .append(escaped("api.everywhere"))
        .append("</h2>\n<p lang=\"en\">")
        .append(Html.escape(document.at("/info/description").asText()))
        .append("</p>\n");
    new OperationHtml(language, root, html)
        .problems(document.path("x-problems"), "api.problems.any");
    contents(groups);
    html.append("</section>\n");
  }

  private void contents(Map<String, List<ApiOperation>> groups) {
    html.append("<h2>").append(escaped("api.contents")).append("</h2>\n<ul class=\"contents\">\n");
    for (var tag : document.get("tags")) {
      if (groups.containsKey(tag.get("name").asText())) {
        html.append("<li><a href=\"#")
            .append(anchor(tag))
            .append("\">")
            .append(Html.escape(name(tag)))
            .append("</a></li>\n");
      }
    }
    html.append("</ul>\n");
  }

  private String escaped(String key) {
    return Html.escape(texts.get(key));
  }

  private static String anchor(JsonNode tag) {
    return "group-" + tag.get("name").asText().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
  }

  private String name(JsonNode tag) {
    return tag.get(language == Language.GERMAN ? "x-name-de" : "name").asText();
  }

  private void group(JsonNode tag, List<ApiOperation> operations) {
    html.append("<section id=\"").append(anchor(tag)).append("\">\n<h2>");
    html.append(Html.escape(name(tag))).append("</h2>\n");
    html.append("<ul class=\"contents\">\n");
    for (var operation : operations) {
      html.append("<li><a href=\"#")
          .append(Html.escape(operation.id()))
          .append("\">")
          .append(Html.escape(operation.summary(language)))
          .append("</a></li>\n");
    }
    html.append("</ul>\n");
    var writer = new OperationHtml(language, root, html);
    operations.forEach(writer::write);
    html.append("</section>\n");
  }
}
