package org.sozialradar.server.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.text.Html;
import org.sozialradar.server.text.HtmlPage;

/** Shows what the JSON says as a page: objects as lists of terms, links as links. */
final class OgcHtml {
  private static final HttpField TYPE = Content.type("text/html; charset=utf-8");
  private static final String LINKS = "links";
  private static final int MOST_SHOWN = 100;
  private static final String NAVIGATION = "<nav><a href=\"%s/ogc?f=html\">OGC API</a></nav>";

  private OgcHtml() {}

  static Content page(Map<String, Object> json, Query query) {
    return page(Json.MAPPER.<JsonNode>valueToTree(json), query, List.of());
  }

  /** The page of a document that was written already. */
  static Content page(byte[] json, Query query, List<HttpField> more) {
    try {
      return page(Json.MAPPER.readTree(json), query, more);
    } catch (IOException impossible) {
      throw new UncheckedIOException("what was written can be read", impossible);
    }
  }

  private static Content page(JsonNode json, Query query, List<HttpField> more) {
    var html = new StringBuilder();
    write(json, html);
    String title = json.path("title").asText(json.path("id").asText("OGC API"));
    String place = query.baseUrl();
    String main = "      <h1>" + Html.escape(title) + "</h1>\n" + html;
    var page =
        new HtmlPage(
            query.language().tag(),
            title + " – OGC API",
            place,
            List.of(),
            NAVIGATION.formatted(Html.escape(place)),
            main);
    return OgcAnswer.of(TYPE, page.bytes(), more);
  }

  private static void write(JsonNode node, StringBuilder html) {
    if (node.isObject()) {
      terms(node, html);
    } else if (node.isArray()) {
      list(node, html);
    } else {
      html.append(Html.escape(node.isNull() ? "–" : node.asText()));
    }
  }

  private static void link(JsonNode link, StringBuilder html) {
    if (link.path("templated").asBoolean()) {
      template(link, html);
      return;
    }
    html.append("<p><a href=\"")
        .append(Html.escape(link.get("href").asText()))
        .append("\">")
        .append(Html.escape(link.path("rel").asText()))
        .append("</a> (")
        .append(Html.escape(link.path("type").asText()))
        .append(")</p>\n");
  }

  /** An address with places to be filled leads nowhere as it is. */
  private static void template(JsonNode link, StringBuilder html) {
    html.append("<p>")
        .append(Html.escape(link.path("rel").asText()))
        .append(": <code>")
        .append(Html.escape(link.get("href").asText()))
        .append("</code> (")
        .append(Html.escape(link.path("type").asText()))
        .append(")</p>\n");
  }

  private static void terms(JsonNode object, StringBuilder html) {
    html.append("<dl>\n");
    for (var field : object.properties()) {
      html.append("<dt>").append(Html.escape(field.getKey())).append("</dt><dd>");
      if (field.getKey().equals(LINKS)) {
        field.getValue().forEach(link -> link(link, html));
      } else {
        write(field.getValue(), html);
      }
      html.append("</dd>\n");
    }
    html.append("</dl>\n");
  }

  private static void numbers(String text, StringBuilder html) {
    if (text.length() <= MOST_SHOWN) {
      html.append(Html.escape(text));
      return;
    }
    html.append("<details><summary>")
        .append(Html.escape(text.substring(0, MOST_SHOWN)))
        .append("…</summary><code>")
        .append(Html.escape(text))
        .append("</code></details>\n");
  }

  /** Numbers, as of coordinates, in one line; a long list opens when its beginning is chosen. */
  private static void list(JsonNode array, StringBuilder html) {
    if (!array.isEmpty() && (array.get(0).isNumber() || array.get(0).isArray())) {
      numbers(array.toString().replace(",", ", "), html);
      return;
    }
    html.append("<ul>\n");
    for (var element : array) {
      html.append("<li>");
      write(element, html);
      html.append("</li>\n");
    }
    html.append("</ul>\n");
  }
}
