package org.sozialradar.server.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
    byte[] document = text(version).getBytes(StandardCharsets.UTF_8);
    answer = Content.of(Json.TYPE, document, CachePolicy.REVALIDATE);
  }

  /** The description itself, for those that show a part of it. */
  public static JsonNode document(String version) {
    try {
      return Json.MAPPER.readTree(text(version));
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException(DOCUMENT + " is no JSON", malformed);
    }
  }

  private static String text(String version) {
    return read().replace("{version}", version);
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
