package org.sozialradar.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content.Source;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Status, header fields and body as they go out. Immutable, so that a kept one serves many requests
 * at once.
 *
 * @param status status code
 * @param fields header fields with the length of the body; security headers are added elsewhere
 * @param body bytes between position and limit, not to be moved: readers take a slice; empty if it
 *     goes out in pieces
 * @param pieces what goes out in pieces instead
 */
public record Reply(int status, List<HttpField> fields, ByteBuffer body, Optional<Pieces> pieces) {
  static final HttpField NO_LENGTH = new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, "0");

  static final int NOT_MODIFIED = 304;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

  /** A body that is never whole in memory. */
  @FunctionalInterface
  public interface Pieces {
    /**
     * Opens it; whoever reads it to its end, or fails it, closes it so. It must never wait.
     *
     * @param pool where its buffers come from
     * @throws IOException if it is not there
     */
    Source open(ByteBufferPool pool) throws IOException;
  }

  /** A reply whose body is in memory. */
  public Reply(int status, List<HttpField> fields, ByteBuffer body) {
    this(status, fields, body, Optional.empty());
  }

  /** A reply whose body goes out as its client takes it. */
  static Reply inPieces(int status, List<HttpField> fields, Pieces pieces) {
    return new Reply(status, fields, NOTHING, Optional.of(pieces));
  }

  public Reply {
    fields = List.copyOf(fields);
    body = body.asReadOnlyBuffer();
  }

  /** Whether the client has it already; such an answer has no body and tells no length. */
  boolean isNotModified() {
    return status == NOT_MODIFIED;
  }

  /** Writes the reply; for HEAD the server leaves the body out and keeps the length. */
  public void write(Response response, Callback callback) {
    if (pieces.isPresent()) {
      throw new IllegalStateException("what goes out in pieces needs a turn");
    }
    response.setStatus(status);
    var headers = response.getHeaders();
    for (int i = 0; i < fields.size(); i++) {
      headers.add(fields.get(i));
    }
    if (isNotModified()) {
      withoutLength(response, callback);
    } else {
      response.write(true, body.slice(), callback);
    }
  }

  /**
   * Jetty adds the length of what it is given if that is all, thus 0, which were the length of the
   * answer with a body (RFC 9110, section 8.6). It adds none to what may go on.
   */
  static void withoutLength(Response response, Callback callback) {
    response.write(
        false,
        NOTHING,
        Callback.from(() -> response.write(true, NOTHING, callback), callback::failed));
  }
}
