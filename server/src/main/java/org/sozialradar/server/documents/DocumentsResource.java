package org.sozialradar.server.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.server.text.Language;

/** Answers documents for people. */
public final class DocumentsResource implements Resource {
  private static final String LANGUAGE = "lang";
  private static final HttpField CSS = Content.type("text/css; charset=utf-8");
  private static final String ANYWHERE = "https://radar.example.org";

  private final Snapshots snapshots;
  private final Map<Language, Content> api = new EnumMap<>(Language.class);
  private final Content style;

  /**
   * The resource.
   *
   * @param description description of the API after OpenAPI
   * @param publicUrl address under which clients reach the server; empty if it is not known
   */
  public DocumentsResource(Snapshots snapshots, JsonNode description, String publicUrl) {
    this.snapshots = snapshots;
    String address = publicUrl.isEmpty() ? ANYWHERE : publicUrl;
    for (var language : Language.values()) {
      api.put(language, ApiPage.of(description, language, address));
    }
    style = style();
  }

  private static Content style() {
    try (var in = DocumentsResource.class.getResourceAsStream("api.css")) {
      byte[] css = Objects.requireNonNull(in, "api.css").readAllBytes();
      return Content.of(CSS, css, CachePolicy.REVALIDATE);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("/docs", Set.of(LANGUAGE), this::index),
        Route.of("/docs/api", Set.of(LANGUAGE), query -> api.get(language(query))),
        Route.of("/docs/api.css", query -> style));
  }

  private static Language language(Query query) {
    return query
        .findOneOf(LANGUAGE, List.of("de", "en"))
        .flatMap(Language::find)
        .orElse(query.language());
  }

  private Answer index(Query query) {
    return IndexPage.of(snapshots.current(), language(query), query.root());
  }
}
