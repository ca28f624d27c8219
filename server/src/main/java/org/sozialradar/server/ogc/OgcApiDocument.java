package org.sozialradar.server.ogc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;

/** The description of OGC API after OpenAPI 3.0, with the address under which clients reach it. */
final class OgcApiDocument {
  private final String template;

  OgcApiDocument(String version) {
    try (var in = OgcApiDocument.class.getResourceAsStream("openapi.json")) {
      byte[] bytes = Objects.requireNonNull(in, "openapi.json").readAllBytes();
      template = new String(bytes, StandardCharsets.UTF_8).replace("{version}", version);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  byte[] bytes(Query query) {
    byte[] address = Json.bytes(OgcAddress.of(query, "").text());
    return template
        .replace("\"{server}\"", new String(address, StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }
}
