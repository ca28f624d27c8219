package org.sozialradar.server.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.text.Html;
import org.sozialradar.server.text.HtmlPage;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/**
 * Explains in German and English how a result was made: data, formula, parameters, seed,
 * diagnostics, limits.
 */
final class MethodPage {
  private static final HttpField HTML = Content.type("text/html; charset=utf-8");
  private static final HttpField CSS = Content.type("text/css; charset=utf-8");
  private static final Map<Language, Texts> TEXTS =
      Map.of(
          Language.GERMAN, Texts.of(MethodPage.class, "methods", Language.GERMAN),
          Language.ENGLISH, Texts.of(MethodPage.class, "methods", Language.ENGLISH));

  private static final String NAVIGATION =
      """
      <nav>
              <a href="#de" lang="de">Deutsch</a>
              <a href="#en" lang="en">English</a>
            </nav>
      """;

  private static final String MAIN =
      """
            <section id="de" lang="de">
      %s</section>
            <section id="en" lang="en">
      %s</section>
      """;

  /** What the document says of the data, in this order. */
  private static final List<String> DATA =
      List.of(
          "survey",
          "wave",
          "outcome",
          "design",
          "items",
          "codes",
          "covariates",
          "indicators",
          "dimensions",
          "areas",
          "revisionOfInputs");

  private static final List<String> DIAGNOSTICS =
      List.of(
          "reliability", "fit", "diagnostics", "cells", "components", "extrapolated", "warnings");

  /** What stands elsewhere on the page, or is of use in the JSON only: how errors go together. */
  private static final Set<String> ELSEWHERE =
      Set.of("kind", "title", "description", "seed", "definitionSha256", "errors", "shared");

  private final ResultChoice choice;
  private final JsonNode document;
  private final String place;
  private final String root;

  /**
   * A page.
   *
   * @param root path below which clients see the server
   */
  MethodPage(ResultChoice choice, String root) {
    this.choice = choice;
    place = root;
    this.root = Html.escape(root);
    document = choice.document();
  }

  /** What method pages look like, on the screen and printed. */
  static Content stylesheet() {
    try (var in = MethodPage.class.getResourceAsStream("methods.css")) {
      byte[] css = Objects.requireNonNull(in, "methods.css").readAllBytes();
      return Content.of(CSS, css, CachePolicy.REVALIDATE);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Content content() {
    String title = Language.GERMAN.of(choice.indicator().name());
    String main = MAIN.formatted(section(Language.GERMAN), section(Language.ENGLISH));
    var page = new HtmlPage("de", title, place, List.of(), NAVIGATION, main).bytes();
    return Content.of(HTML, page, CachePolicy.REVALIDATE);
  }

  private String section(Language language) {
    var texts = TEXTS.get(language);
    String kind = choice.method().kind().label();
    var html = new StringBuilder();
    html.append(language == Language.GERMAN ? "<h1>" : "<h2>")
        .append(Html.escape(language.of(choice.indicator().name())))
        .append(", ")
        .append(Html.escape(choice.method().period().id()))
        .append(language == Language.GERMAN ? "</h1>\n" : "</h2>\n");
    html.append("<p class=\"kind\">")
        .append(Html.escape(texts.get("kind." + kind)))
        .append("</p>\n");
    Html.paragraph(language.of(choice.indicator().description()), html);
    heading(texts.get("heading.data"), html);
    provenance(texts, html);
    table(DATA, language, html);
    heading(texts.get("heading.formula"), html);
    html.append("<p class=\"formula\">")
        .append(Html.escape(texts.get("formula." + kind)))
        .append("</p>\n");
    heading(texts.get("heading.parameters"), html);
    table(parameters(), language, html);
    heading(texts.get("heading.seed"), html);
    Html.paragraph(seed(texts), html);
    heading(texts.get("heading.diagnostics"), html);
    table(DIAGNOSTICS, language, html);
    heading(texts.get("heading.limits"), html);
    Html.paragraph(texts.get("limits." + kind), html);
    links(texts, html);
    return html.toString();
  }

  private static void heading(String text, StringBuilder html) {
    html.append("<h3>").append(Html.escape(text)).append("</h3>\n");
  }

  private void provenance(Texts texts, StringBuilder html) {
    var all = Provenance.of(choice.snapshot(), List.of(choice.method().datasetId()));
    Html.paragraph(
        texts.get(
            "provenance",
            all.publisher(),
            all.attribution(),
            all.licence(),
            Long.toString(all.revision())),
        html);
    if (all.example()) {
      html.append("<p class=\"example\">")
          .append(Html.escape(texts.get("example")))
          .append("</p>\n");
    }
  }

  /** All that has no place of its own. */
  private List<String> parameters() {
    return document.properties().stream()
        .map(Map.Entry::getKey)
        .filter(
            key -> !DATA.contains(key) && !DIAGNOSTICS.contains(key) && !ELSEWHERE.contains(key))
        .toList();
  }

  private void table(List<String> keys, Language language, StringBuilder html) {
    var there = keys.stream().filter(document::has).toList();
    if (there.isEmpty()) {
      Html.paragraph(TEXTS.get(language).get("none"), html);
      return;
    }
    var facts = new FactList(TEXTS.get(language), language, html);
    facts.begin();
    there.forEach(key -> facts.add(key, document.get(key)));
    facts.end();
  }

  private String seed(Texts texts) {
    return document.has("seed")
        ? texts.get("seed", document.get("seed").asText())
        : texts.get("seed.none");
  }

  private void links(Texts texts, StringBuilder html) {
    if (document.has("definitionSha256")) {
      Html.paragraph(texts.get("definition", document.get("definitionSha256").asText()), html);
    }
    html.append("<p class=\"links\"><a href=\"")
        .append(root)
        .append(Html.escape(ResultChoice.address(choice.method())))
        .append("\">")
        .append(Html.escape(texts.get("link.json")))
        .append("</a>, <a href=\"")
        .append(root)
        .append("/api/indicators/")
        .append(Html.escape(choice.indicator().id()))
        .append("/values\">")
        .append(Html.escape(texts.get("link.values")))
        .append("</a>, <a href=\"")
        .append(root)
        .append("/\">Sozialradar</a></p>\n");
  }
}
