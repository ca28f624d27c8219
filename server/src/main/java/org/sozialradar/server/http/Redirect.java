package org.sozialradar.server.http;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Sends a client on to the address that holds now (307).
 *
 * @param location path with query, absolute within this server
 */
public record Redirect(String location) implements Answer {
  public Redirect {
    if (!location.startsWith("/") || location.startsWith("//")) {
      throw new IllegalArgumentException("a redirect stays on this server: " + location);
    }
  }

  @Override
  public Reply reply(String acceptEncoding, String ifNoneMatch) {
    return new Reply(
        307,
        List.of(
            new HttpField(HttpHeader.LOCATION, location),
            CachePolicy.REVALIDATE.field(),
            Reply.NO_LENGTH),
        ByteBuffer.allocate(0));
  }
}
