package org.sozialradar.server.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.text.Html;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/** Writes what one method of an address does. */
final class OperationHtml {
  private final Language language;
  private final Texts texts;
  private final StringBuilder html;
  private final String root;

  /**
   * A writer.
   *
   * @param root path below which clients see the server
   */
  OperationHtml(Language language, String root, StringBuilder html) {
    this.language = language;
    this.root = root;
    texts = DocumentPage.texts(language);
    this.html = html;
  }

  void write(ApiOperation operation) {
    html.append("<article id=\"").append(Html.escape(operation.id())).append("\">\n<h3>");
    html.append(Html.escape(operation.summary(language))).append("</h3>\n");
    html.append("<p class=\"address\"><span class=\"verb\">").append(operation.verb());
    html.append("</span> <code>").append(broken(operation.path())).append("</code></p>\n");
    if (operation.json().has("description")) {
      english(operation.json().get("description").asText());
    }
    parameters(operation);
    curl(operation);
    answers(operation);
    problems(operation.json().path("x-problems"), "api.problems");
    html.append("</article>\n");
  }

  /** Long addresses may break after slashes. */
  private static String broken(String path) {
    return Html.escape(path).replace("/", "/<wbr />");
  }

  private void english(String text) {
    html.append("<p lang=\"en\">").append(Html.escape(text)).append("</p>\n");
  }

  private void heading(String key) {
    html.append("<h4>").append(Html.escape(texts.get(key))).append("</h4>\n");
  }

  private void parameters(ApiOperation operation) {
    var parameters = operation.parameters();
    if (parameters.isEmpty()) {
      return;
    }
    heading("api.parameters");
    html.append("<dl>\n");
    for (var parameter : parameters) {
      html.append("<dt><code>").append(Html.escape(parameter.get("name").asText()));
      html.append("</code></dt>\n<dd><span lang=\"en\">");
      html.append(Html.escape(parameter.path("description").asText()));
      html.append("</span> <span class=\"limits\">");
      html.append(Html.escape(String.join("; ", limits(operation, parameter))));
      html.append("</span></dd>\n");
    }
    html.append("</dl>\n");
  }

  private List<String> limits(ApiOperation operation, JsonNode parameter) {
    var schema = operation.resolved(parameter.path("schema"));
    var limits = new ArrayList<String>();
    if (parameter.get("in").asText().equals("path")) {
      limits.add(texts.get("api.in-path"));
    } else {
      limits.add(texts.get(parameter.path("required").asBoolean() ? "api.required" : "api.free"));
    }
    var choices = new ArrayList<String>();
    schema.path("enum").forEach(one -> choices.add(one.asText()));
    if (!choices.isEmpty()) {
      limits.add(texts.get("api.one-of", String.join(", ", choices)));
    }
    bound(schema, "minimum", "api.least", limits);
    bound(schema, "maximum", "api.most", limits);
    bound(schema, "default", "api.default", limits);
    return limits;
  }

  private void bound(JsonNode schema, String name, String key, List<String> limits) {
    if (schema.has(name)) {
      limits.add(texts.get(key, schema.get(name).asText()));
    }
  }

  private void curl(ApiOperation operation) {
    String command = operation.curl();
    if (!command.isEmpty()) {
      heading("api.example");
      code(command);
    }
  }

  private void code(String text) {
    html.append("<pre><code>").append(Html.escape(text)).append("</code></pre>\n");
  }

  private void answers(ApiOperation operation) {
    heading("api.answers");
    html.append("<ul>\n");
    for (var response : operation.json().get("responses").properties()) {
      int status = Integer.parseInt(response.getKey());
      if (status < 400) {
        answer(response.getKey(), operation.resolved(response.getValue()));
      }
    }
    html.append("</ul>\n");
    for (var response : operation.json().get("responses").properties()) {
      for (var content : operation.resolved(response.getValue()).path("content").properties()) {
        example(content.getKey(), content.getValue());
      }
    }
  }

  private void answer(String status, JsonNode response) {
    var types = new ArrayList<String>();
    response.path("content").fieldNames().forEachRemaining(types::add);
    html.append("<li>").append(status);
    if (!types.isEmpty()) {
      html.append(' ').append(Html.escape(String.join(", ", types)));
    }
    html.append(" <span lang=\"en\">");
    html.append(Html.escape(response.path("description").asText())).append("</span></li>\n");
  }

  private void example(String type, JsonNode content) {
    if (!content.has("example")) {
      return;
    }
    var value = content.get("example");
    html.append("<details><summary>")
        .append(Html.escape(texts.get("api.example-answer", type)))
        .append("</summary>\n");
    code(value.isTextual() ? value.asText() : value.toPrettyString());
    html.append("</details>\n");
  }

  /** Kinds of problems, each with its status and the page that explains it. */
  void problems(JsonNode kinds, String key) {
    if (kinds.isEmpty()) {
      return;
    }
    html.append("<p class=\"problems\">").append(Html.escape(texts.get(key))).append(' ');
    var links = new ArrayList<String>();
    for (var kind : kinds) {
      String slug = kind.asText();
      var type = ProblemType.valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
      links.add(
          "<a href=\"%s\">%s</a> (%d)"
              .formatted(Html.escape(root + type.address()), Html.escape(slug), type.status()));
    }
    html.append(String.join(", ", links)).append("</p>\n");
  }
}
