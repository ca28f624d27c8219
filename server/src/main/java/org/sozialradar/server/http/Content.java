package org.sozialradar.server.http;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * A body with its type and its entity tags, kept compressed, with the replies that most clients get
 * made beforehand. Immutable and safe for use by many threads.
 *
 * <p>Each encoding has a strong entity tag of its own, as strong tags promise equal bytes.
 */
public final class Content implements Answer {
  private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding");
  private static final HttpField GZIP =
      new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");

  private final HttpField type;
  private final CachePolicy cache;
  private final List<HttpField> more;
  private final boolean zipped;
  private final byte[] kept;
  private final String tag;
  private final String plainTag;
  private final String keptTag;
  private final Reply keptReply;
  private final Reply notModified;

  private Content(
      HttpField type,
      CachePolicy cache,
      boolean zipped,
      byte[] kept,
      String tag,
      List<HttpField> more) {
    this.type = type;
    this.more = List.copyOf(more);
    this.cache = cache;
    this.zipped = zipped;
    this.kept = kept;
    this.tag = tag;
    plainTag = '"' + tag + '"';
    keptTag = zipped ? '"' + tag + "-gzip\"" : plainTag;
    keptReply = ok(kept, keptTag, zipped);
    notModified = notModified(keptTag);
  }

  /**
   * Content that compresses well.
   *
   * @param mediaType a field made once by {@link #type}
   * @param plain the bytes, not to be changed afterwards
   */
  public static Content of(HttpField mediaType, byte[] plain, CachePolicy cache) {
    return of(mediaType, plain, cache, List.of());
  }

  /**
   * Content that compresses well, with further header fields.
   *
   * @param more fields that go out with the body, such as a file name
   */
  public static Content of(
      HttpField mediaType, byte[] plain, CachePolicy cache, List<HttpField> more) {
    return new Content(mediaType, cache, true, Encodings.gzip(plain), Etags.of(plain), more);
  }

  /** Content that is compressed by its nature, such as an image: sent as it is. */
  public static Content asItIs(HttpField mediaType, byte[] bytes, CachePolicy cache) {
    return new Content(mediaType, cache, false, bytes, Etags.of(bytes), List.of());
  }

  /** The same body under another policy, such as under an address that may come to mean another. */
  public Content with(CachePolicy other) {
    return new Content(type, other, zipped, kept, tag, more);
  }

  /** The field {@code Content-Type} of a media type. */
  public static HttpField type(String mediaType) {
    return new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, mediaType);
  }

  /** Bytes that most clients are sent, compressed if it compresses well. */
  public int size() {
    return kept.length;
  }

  /** Bytes that it takes in memory, about. */
  public int weight() {
    return kept.length + 800;
  }

  /** The bytes as they were given, not to be changed. */
  public byte[] plain() {
    return zipped ? Encodings.gunzip(kept) : kept;
  }

  @Override
  public Reply reply(String acceptEncoding, String ifNoneMatch) {
    if (!zipped || Encodings.acceptsGzip(acceptEncoding)) {
      return Etags.matches(ifNoneMatch, keptTag) ? notModified : keptReply;
    }
    byte[] plain = plain();
    return Etags.matches(ifNoneMatch, plainTag)
        ? notModified(plainTag)
        : ok(plain, plainTag, false);
  }

  private Reply ok(byte[] body, String tag, boolean gzip) {
    var fields = new ArrayList<HttpField>();
    fields.addAll(List.of(type, length(body.length), etag(tag), cache.field(), VARY));
    fields.addAll(more);
    if (gzip) {
      fields.add(GZIP);
    }
    return new Reply(200, fields, ByteBuffer.wrap(body));
  }

  /** Without a length: there are clients that wait for as many bytes although none follow. */
  private Reply notModified(String tag) {
    var fields = new ArrayList<>(List.of(etag(tag), cache.field(), VARY));
    more.stream().filter(field -> field.getHeader() == HttpHeader.VARY).forEach(fields::add);
    return new Reply(304, fields, ByteBuffer.allocate(0));
  }

  private static HttpField length(int bytes) {
    return new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, bytes);
  }

  private static HttpField etag(String tag) {
    return new PreEncodedHttpField(HttpHeader.ETAG, tag);
  }
}
