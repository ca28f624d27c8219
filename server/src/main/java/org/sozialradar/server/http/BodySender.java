package org.sozialradar.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * Sends a body while it is being made: as fast as the client takes it, and no faster than it comes.
 * A body that cannot be made to its end breaks the connection, so that what came does not look
 * whole. The status goes out at once.
 *
 * <p>HTTP 1.0, which proxies still speak, ends a body by closing the connection, be it whole or
 * not: there the body is made first and sent with its length.
 */
final class BodySender extends IteratingCallback {
  private static final int PART = 1 << 16;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

  private final Request request;
  private final Response response;
  private final GrowingBody body;
  private final Callback end;
  private final ByteBuffer buffer = ByteBuffer.allocate(PART);
  private final boolean lengthFirst;
  private boolean begun;
  private boolean ended;

  BodySender(Request request, Response response, GrowingBody body, Callback end) {
    this.request = request;
    this.response = response;
    this.body = body;
    this.end = end;
    lengthFirst =
        request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0
            && !(body instanceof NoBody);
  }

  /** Sends it; does not wait. */
  void send() {
    if (!lengthFirst && !(body instanceof NoBody)) {
      response.getHeaders().put(HttpHeader.TRAILER, "Repr-Digest");
      response.setTrailersSupplier(this::trailers);
    }
    iterate();
  }

  /** Empty until the body has been made, and Jetty asks only after that. */
  private HttpFields trailers() {
    var fields = HttpFields.build();
    body.digest().ifPresent(digest -> fields.add(new HttpField("Repr-Digest", digest)));
    return fields;
  }

  @Override
  protected Action process() throws IOException {
    if (!begun) {
      return begin();
    }
    buffer.clear();
    int read = body.read(buffer);
    if (read > 0) {
      response.write(false, buffer.flip(), this);
      return Action.SCHEDULED;
    }
    if (read == 0) {
      body.whenMore(this::continueElsewhere);
      return Action.IDLE;
    }
    if (ended) {
      return Action.SUCCEEDED;
    }
    ended = true;
    response.write(true, NOTHING, this);
    return Action.SCHEDULED;
  }

  private Action begin() throws IOException {
    if (lengthFirst) {
      var length = body.length();
      if (length.isEmpty()) {
        body.whenMore(this::continueElsewhere);
        return Action.IDLE;
      }
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length.getAsLong());
      body.digest().ifPresent(digest -> response.getHeaders().put("Repr-Digest", digest));
    }
    begun = true;
    response.write(false, NOTHING, this);
    return Action.SCHEDULED;
  }

  /** Whoever makes the body has other things to do than to send it. */
  private void continueElsewhere() {
    Executor threads = request.getComponents().getExecutor();
    try {
      threads.execute(this::iterate);
    } catch (RejectedExecutionException stopping) {
      iterate();
    }
  }

  @Override
  protected void onCompleteSuccess() {
    body.close();
    end.succeeded();
  }

  @Override
  protected void onCompleteFailure(Throwable failure) {
    body.close();
    end.failed(failure);
  }
}
