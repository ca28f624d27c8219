package org.sozialradar.server.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;

/**
 * Makes the answers under {@code /ogc}. Which form and language they have may depend on what the
 * client accepts, and they say so to whatever keeps them.
 */
final class OgcAnswer {
  private static final HttpField VARY = new HttpField(HttpHeader.VARY, "Accept, Accept-Language");

  private OgcAnswer() {}

  /** A document in the form that is wanted. */
  static Content of(Query query, OgcFormat format, Map<String, Object> json) {
    return format == OgcFormat.HTML
        ? OgcHtml.page(json, query)
        : of(Json.TYPE, Json.bytes(json), List.of());
  }

  /**
   * An answer of some type.
   *
   * @param more further fields that go out with it
   */
  static Content of(HttpField type, byte[] body, List<HttpField> more) {
    var fields = new ArrayList<>(more);
    fields.add(VARY);
    return Content.of(type, body, CachePolicy.REVALIDATE, fields);
  }
}
