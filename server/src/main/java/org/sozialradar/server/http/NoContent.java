package org.sozialradar.server.http;

import java.nio.ByteBuffer;
import java.util.List;

/** Says that there is rightly nothing here, such as in a tile of the sea (204). */
public final class NoContent implements Answer {
  /** Nothing, for as long as the address holds. */
  public static final NoContent IMMUTABLE = new NoContent(CachePolicy.IMMUTABLE);

  /** Nothing now; to be asked about each time. */
  public static final NoContent REVALIDATE = new NoContent(CachePolicy.REVALIDATE);

  private final Reply reply;

  private NoContent(CachePolicy cache) {
    reply = new Reply(204, List.of(cache.field()), ByteBuffer.allocate(0));
  }

  @Override
  public Reply reply(String acceptEncoding, String ifNoneMatch) {
    return reply;
  }
}
