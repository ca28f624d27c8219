package org.sozialradar.server.http;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request whose body cannot be read any more once its {@link Turn} was answered. */
final class TimedRequest extends Request.Wrapper {
  private final Turn turn;

  TimedRequest(Request wrapped, Turn turn) {
    super(wrapped);
    this.turn = turn;
  }

  @Override
  public Content.Chunk read() {
    return turn.isAnswered()
        ? Content.Chunk.from(new TimeoutException("the request took too long"), true)
        : super.read();
  }
}
