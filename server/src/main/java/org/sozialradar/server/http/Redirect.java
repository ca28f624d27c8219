package org.sozialradar.server.http;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Sends a client on to the address that holds now (307).
 *
 * @param location path with query, absolute within this server; clients may see it elsewhere, see
 *     {@link #seenAt}
 */
public record Redirect(String location) implements Answer {
  public Redirect {
    if (!location.startsWith("/") || location.startsWith("//")) {
      throw new IllegalArgumentException("a redirect stays on this server: " + location);
    }
  }

  /**
   * The same for clients that reach this server under another address. That is named in full: some
   * proxies put their own path before one that begins with a slash, and others do not.
   *
   * @param publicUrl that address, without a slash at the end; empty if there is none
   */
  Reply seenAt(String publicUrl) {
    return to(publicUrl + location);
  }

  @Override
  public Reply reply(String acceptEncoding, String ifNoneMatch) {
    return to(location);
  }

  private static Reply to(String address) {
    return new Reply(
        307,
        List.of(
            new HttpField(HttpHeader.LOCATION, address),
            CachePolicy.REVALIDATE.field(),
            Reply.NO_LENGTH),
        ByteBuffer.allocate(0));
  }
}
