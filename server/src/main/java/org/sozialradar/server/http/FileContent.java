package org.sozialradar.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content.Source;

/**
 * A file that is there whole, sent as it is and in pieces, as its client takes them; at no time is
 * more than a piece of it in memory. One range of it may be asked for (RFC 9110, section 14).
 *
 * @param path where it is
 * @param length its length in bytes
 * @param tag strong entity tag without quotes: the bytes behind it never change
 * @param type field {@code Content-Type}
 * @param cache how long it may be kept
 * @param more further fields, such as a file name
 */
public record FileContent(
    Path path, long length, String tag, HttpField type, CachePolicy cache, List<HttpField> more)
    implements Answer {
  /** Bytes of a file in memory while it is sent. */
  static final int PIECE = 1 << 16;

  private static final HttpField RANGES =
      new PreEncodedHttpField(HttpHeader.ACCEPT_RANGES, "bytes");

  public FileContent {
    more = List.copyOf(more);
  }

  @Override
  public Reply reply(String acceptEncoding, String ifNoneMatch) {
    return reply(ifNoneMatch, "", "");
  }

  /**
   * The reply to a request that may ask for a part.
   *
   * @param range value of {@code Range}, empty if there is none
   * @param ifRange value of {@code If-Range}, empty if there is none
   * @throws ProblemException if the range begins after the end
   */
  Reply reply(String ifNoneMatch, String range, String ifRange) {
    String quoted = '"' + tag + '"';
    var etag = new HttpField(HttpHeader.ETAG, quoted);
    if (Etags.matches(ifNoneMatch, quoted)) {
      return new Reply(304, List.of(etag, cache.field()), ByteBuffer.allocate(0));
    }
    boolean same = ifRange.isEmpty() || ifRange.equals(quoted);
    var part = same ? ByteRange.find(range, length) : Optional.<ByteRange>empty();
    var sent = part.orElse(new ByteRange(0, length));
    var fields = new ArrayList<HttpField>(List.of(type, etag, cache.field(), RANGES));
    fields.add(new HttpField(HttpHeader.CONTENT_LENGTH, Long.toString(sent.length())));
    part.ifPresent(
        one -> fields.add(new HttpField(HttpHeader.CONTENT_RANGE, one.contentRange(length))));
    fields.addAll(more);
    return Reply.inPieces(part.isPresent() ? 206 : 200, fields, pool -> open(pool, sent));
  }

  private Source open(ByteBufferPool pool, ByteRange sent) throws IOException {
    var channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    return Source.from(
        new ByteBufferPool.Sized(pool, true, PIECE), channel, sent.first(), sent.length());
  }
}
