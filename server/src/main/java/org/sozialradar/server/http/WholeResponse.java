package org.sozialradar.server.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Gathers an answer whole and then gives it to its {@link Turn}: whoever makes it never waits for
 * the client, and until then another may take its place. Answers here fit into memory many times;
 * how much of them may wait for clients is bounded by {@link OutgoingBytes}. For use by one thread
 * at a time.
 */
final class WholeResponse extends Response.Wrapper {
  private final Turn turn;
  private final HttpFields.Mutable headers = HttpFields.build();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status;
  private boolean whole;

  WholeResponse(Response wrapped, Turn turn) {
    super(wrapped.getRequest(), wrapped);
    this.turn = turn;
  }

  /** What an inner handler calls when it is done; only then is nothing of it in use any more. */
  Callback callback() {
    return Callback.from(this::handOver, turn::fail);
  }

  private void handOver() {
    whole = true;
    turn.answer(status == 0 ? 200 : status, headers, ByteBuffer.wrap(body.toByteArray()));
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void setStatus(int code) {
    status = code;
  }

  @Override
  public HttpFields.Mutable getHeaders() {
    return headers;
  }

  @Override
  public boolean isCommitted() {
    return whole;
  }

  @Override
  public boolean hasLastWrite() {
    return whole;
  }

  @Override
  public boolean isCompletedSuccessfully() {
    return whole;
  }

  @Override
  public void reset() {
    status = 0;
    headers.clear();
    body.reset();
  }

  @Override
  public void write(boolean last, ByteBuffer bytes, Callback written) {
    if (BufferUtil.hasContent(bytes)) {
      if (whole) {
        written.failed(new EOFException("the answer is whole already"));
        return;
      }
      body.writeBytes(BufferUtil.toArray(bytes));
      bytes.position(bytes.limit());
    }
    whole |= last;
    written.succeeded();
  }
}
