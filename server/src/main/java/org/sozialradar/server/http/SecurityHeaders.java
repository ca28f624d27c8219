package org.sozialradar.server.http;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

/** Header fields that keep a browser from doing with an answer what it was not meant for. */
public final class SecurityHeaders {
  private static final HttpField NO_SNIFF =
      new PreEncodedHttpField("X-Content-Type-Options", "nosniff");

  /** Path of the one page that is made to stand in frames of other pages. */
  public static final String EMBEDDED = "/embed";

  /** Ending of what no browser ever shows as a page. */
  private static final String TILE = ".mvt";

  private final List<HttpField> fields;
  private final List<HttpField> embedded;

  private SecurityHeaders(String policy, List<String> embedOrigins) {
    fields = fields(policy + "; frame-ancestors 'none'");
    embedded =
        embedOrigins.isEmpty()
            ? fields
            : fields(policy + "; frame-ancestors " + String.join(" ", embedOrigins));
  }

  private static List<HttpField> fields(String policy) {
    return List.of(
        NO_SNIFF,
        new PreEncodedHttpField("Content-Security-Policy", policy),
        new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
        new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
        new PreEncodedHttpField(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"));
  }

  /**
   * The headers of a page that asks only this server.
   *
   * @param imageOrigins further origins that map images may come from, such as {@code
   *     https://tiles.example.org}
   * @param embedOrigins origins whose pages may show {@value #EMBEDDED} in a frame; nothing else is
   *     shown in any
   * @param styles hashes of styles that stand within pages which are also kept as files, such as
   *     {@code 'sha256-…'}
   */
  public static SecurityHeaders allowing(
      List<String> imageOrigins, List<String> embedOrigins, List<String> styles) {
    String more = imageOrigins.isEmpty() ? "" : " " + String.join(" ", imageOrigins);
    return new SecurityHeaders(
        "default-src 'self'; img-src 'self' data: blob:"
            + more
            + (styles.isEmpty() ? "" : "; style-src 'self' " + String.join(" ", styles))
            + "; connect-src 'self'"
            + more
            + "; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'",
        embedOrigins);
  }

  /**
   * The headers of a page that shows and asks nothing but what its own server has, in no frame, and
   * whose forms only its script sends: what is typed never stands in an address.
   */
  public static SecurityHeaders strict() {
    return new SecurityHeaders(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'",
        List.of());
  }

  /** Adds the fields that an answer carries: all of them where a browser may make a page of it. */
  void addTo(HttpFields.Mutable headers, Request request) {
    String path = request.getHttpURI().getPath(); // CONNECT names a host instead.
    if (path != null && path.endsWith(TILE)) {
      headers.add(NO_SNIFF);
      return;
    }
    add(EMBEDDED.equals(path) ? embedded : fields, headers);
  }

  /** Adds the fields of an answer that a browser may make a page of. */
  void addTo(HttpFields.Mutable headers) {
    add(fields, headers);
  }

  private static void add(List<HttpField> fields, HttpFields.Mutable headers) {
    for (int i = 0; i < fields.size(); i++) {
      headers.add(fields.get(i));
    }
  }
}
