package org.sozialradar.server.http;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/**
 * An answer whose body is made while it is sent, such as a file of a whole country. Its making
 * begins only when the body is really asked for.
 *
 * @param type media type
 * @param text whether it is worth compressing
 * @param tag entity tag without quotes; weak, as bytes may differ where nothing else does
 * @param more further header fields, such as a file name
 * @param beginning begins to make the body
 */
public record Streamed(
    HttpField type, boolean text, String tag, List<HttpField> more, Beginning beginning)
    implements Answer {
  private static final HttpField VARY = new HttpField(HttpHeader.VARY, "Accept-Encoding");

  /**
   * For whom a body is made, and how.
   *
   * @param client who asks
   * @param gzip whether the body is to be compressed
   */
  public record Order(Client client, boolean gzip) {}

  /** Begins to make a body. */
  @FunctionalInterface
  public interface Beginning {
    /**
     * Begins.
     *
     * @throws ProblemException if there is no place for more
     */
    GrowingBody begin(Order order);
  }

  public Streamed {
    more = List.copyOf(more);
  }

  /** Whether it goes out compressed. */
  boolean zipped(String acceptEncoding) {
    return text && Encodings.acceptsGzip(acceptEncoding);
  }

  /** Status and header fields; the body comes from {@link #beginning}. */
  @Override
  public Reply reply(String acceptEncoding, String ifNoneMatch) {
    String quoted = "W/\"" + tag + '"';
    var etag = new HttpField(HttpHeader.ETAG, quoted);
    var cache = CachePolicy.REVALIDATE.field();
    if (Etags.matches(ifNoneMatch, quoted)) {
      var kept = new ArrayList<>(List.of(etag, cache, VARY));
      more.stream().filter(field -> field.getHeader() == HttpHeader.VARY).forEach(kept::add);
      return new Reply(Reply.NOT_MODIFIED, kept, ByteBuffer.allocate(0));
    }
    var fields = new ArrayList<>(List.of(type, etag, cache, VARY));
    fields.addAll(more);
    if (zipped(acceptEncoding)) {
      fields.add(new HttpField(HttpHeader.CONTENT_ENCODING, "gzip"));
    }
    return new Reply(200, fields, ByteBuffer.allocate(0));
  }
}
