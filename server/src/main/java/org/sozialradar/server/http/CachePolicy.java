package org.sozialradar.server.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** How long an answer may be kept, as {@code Cache-Control} says it (RFC 9111). */
public enum CachePolicy {
  /** The address names a revision with its stamp, or a hash: what it answers never changes. */
  IMMUTABLE("public, max-age=31536000, immutable"),
  /** May be kept, but asked about each time. */
  REVALIDATE("public, no-cache"),
  /** Errors and states of the moment. */
  NEVER("no-store");

  @SuppressWarnings("ImmutableEnumChecker") // Fields are immutable, but not annotated so.
  private final HttpField field;

  CachePolicy(String value) {
    field = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, value);
  }

  HttpField field() {
    return field;
  }
}
