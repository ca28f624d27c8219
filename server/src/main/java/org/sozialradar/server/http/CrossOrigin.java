package org.sozialradar.server.http;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/**
 * Lets pages of named origins read tiles, API and styles (CORS, Fetch standard). Nobody else's page
 * may, as a server inside an office would otherwise be open to each page that its staff visit.
 */
public final class CrossOrigin {
  private static final List<String> PATHS = List.of("/tiles/", "/api/", "/styles/", "/ogc");
  private static final HttpField VARY =
      new HttpField(HttpHeader.VARY, HttpHeader.ORIGIN.asString());
  private static final HttpField EXPOSED =
      new HttpField("Access-Control-Expose-Headers", "ETag, Retry-After");

  private final Set<String> origins;

  /**
   * Whom to let read.
   *
   * @param origins scheme, host and port as browsers send them
   */
  public CrossOrigin(List<String> origins) {
    this.origins = Set.copyOf(origins);
  }

  private boolean concerns(Request request) {
    String path = request.getHttpURI().getPath();
    return !origins.isEmpty() && path != null && PATHS.stream().anyMatch(path::startsWith);
  }

  private boolean mayRead(Request request) {
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    return origin != null && origins.contains(origin);
  }

  /** Adds what lets the page read, where it may. */
  void addTo(HttpFields.Mutable headers, Request request) {
    if (!concerns(request)) {
      return;
    }
    headers.add(VARY);
    if (mayRead(request)) {
      headers.add("Access-Control-Allow-Origin", request.getHeaders().get(HttpHeader.ORIGIN));
      headers.add(EXPOSED);
    }
  }

  /** Whether a browser asks beforehand, for a page that may read. */
  boolean isQuestion(Request request) {
    return HttpMethod.OPTIONS.is(request.getMethod())
        && request.getHeaders().contains("Access-Control-Request-Method")
        && concerns(request)
        && mayRead(request);
  }

  /** The answer to a browser that asks beforehand. */
  static Reply answer() {
    return new Reply(
        204,
        List.of(
            new HttpField("Access-Control-Allow-Methods", "GET, HEAD"),
            new HttpField("Access-Control-Allow-Headers", "Authorization, If-None-Match"),
            new HttpField("Access-Control-Max-Age", "600"),
            CachePolicy.NEVER.field()),
        ByteBuffer.allocate(0));
  }
}
