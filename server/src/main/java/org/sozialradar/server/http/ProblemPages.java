package org.sozialradar.server.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.sozialradar.server.text.Language;

/**
 * Explains each kind of problem in both languages under the address that {@code type} of the
 * problem details names.
 */
public final class ProblemPages implements Resource {
  private static final HttpField HTML = Content.type("text/html; charset=utf-8");
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="de">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>%1$s – Sozialradar</title>
        </head>
        <body>
          <main>
            <h1>%2$s</h1>
            <p>%3$s</p>
            <p>In der Antwort steht als <code>requestId</code> die Nummer der Anfrage. Nennen Sie diese, wenn Sie nachfragen: Unter ihr steht im Protokoll des Servers, was geschah.</p>
            <p>HTTP-Status %4$d. Zum Programm: <a href="%8$s/">Sozialradar</a>, <a href="%8$s/api/openapi.json">alle Adressen</a></p>
            <section lang="en">
              <h2>%5$s</h2>
              <p>%6$s</p>
              <p>The answer names the number of the request as <code>requestId</code>. Tell it when you ask for help: the log of the server says under it what happened.</p>
              <p>HTTP status %7$d. To the program: <a href="%8$s/">Sozialradar</a>, <a href="%8$s/api/openapi.json">all addresses</a></p>
            </section>
          </main>
        </body>
      </html>
      """;

  @Override
  public List<Route> routes() {
    return List.of(Route.of("/problems/{type}", ProblemPages::page));
  }

  private static Answer page(Query query) {
    var type =
        ProblemType.find(query.path("type"))
            .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_ADDRESS));
    var german = explanation(type, Language.GERMAN);
    var english = explanation(type, Language.ENGLISH);
    String page =
        PAGE.formatted(
            german.get(0),
            german.get(0),
            german.get(1),
            type.status(),
            english.get(0),
            english.get(1),
            type.status(),
            escape(query.root()));
    return Content.of(HTML, page.getBytes(StandardCharsets.UTF_8), CachePolicy.REVALIDATE);
  }

  private static List<String> explanation(ProblemType type, Language language) {
    return Problems.explanation(type, language).stream().map(ProblemPages::escape).toList();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
