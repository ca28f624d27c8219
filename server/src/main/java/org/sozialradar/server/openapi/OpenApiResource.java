package org.sozialradar.server.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;

/** Answers the description of the API. */
public final class OpenApiResource implements Resource {
  private static final String DOCUMENT = "openapi.json";

  private final Content answer;

  /**
   * The description.
   *
   * @param version version of the product
   */
  public OpenApiResource(String version) {
    String document = read().replace("{version}", version);
    answer =
        Content.of(Json.TYPE, document.getBytes(StandardCharsets.UTF_8), CachePolicy.REVALIDATE);
  }

  private static String read() {
    try (var in = OpenApiResource.class.getResourceAsStream(DOCUMENT)) {
      if (in == null) {
        throw new IllegalStateException(DOCUMENT + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of("/api/openapi.json", query -> answer));
  }
}
