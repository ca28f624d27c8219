package org.sozialradar.server.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * An answer that only its client may keep: a shared cache would give to everybody what needs a
 * token (RFC 9111, section 3.5).
 */
final class PrivateAnswer extends Response.Wrapper {
  private static final String SHARED = "public";
  private final HttpFields.Mutable headers;

  PrivateAnswer(Request request, Response wrapped) {
    super(request, wrapped);
    headers =
        new HttpFields.Mutable.Wrapper(wrapped.getHeaders()) {
          @Override
          public HttpField onAddField(HttpField field) {
            return ofOneClient(field);
          }

          @Override
          public HttpField onReplaceField(HttpField before, HttpField field) {
            return ofOneClient(field);
          }
        };
  }

  private static HttpField ofOneClient(HttpField field) {
    if (field.getHeader() != HttpHeader.CACHE_CONTROL || !field.getValue().startsWith(SHARED)) {
      return field;
    }
    return new HttpField(
        HttpHeader.CACHE_CONTROL, "private" + field.getValue().substring(SHARED.length()));
  }

  @Override
  public HttpFields.Mutable getHeaders() {
    return headers;
  }
}
