package org.sozialradar.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A request from the moment at which it is handed to those who work. One answer goes out: what they
 * made, or that it takes too long. In the latter case the exchange ends when they do, as what they
 * work with belongs to it. Safe for use by many threads.
 */
final class Turn {
  private static final String ATTRIBUTE = Turn.class.getName();
  private static final HttpField CLOSE = new HttpField(HttpHeader.CONNECTION, "close");

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final OutgoingBytes outgoing;
  private final AtomicBoolean answered = new AtomicBoolean();
  private final AtomicBoolean worked = new AtomicBoolean();

  /** After a timeout: the answer that goes out, and the work that goes on. */
  private final AtomicInteger unfinished = new AtomicInteger(2);

  private volatile Scheduler.Task deadline = () -> false;
  private volatile Optional<Reply> inPieces = Optional.empty();

  /**
   * A turn.
   *
   * @param outgoing gives room for what the client has to take
   */
  Turn(Request request, Response response, Callback callback, OutgoingBytes outgoing) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.outgoing = outgoing;
    request.setAttribute(ATTRIBUTE, this);
  }

  /** The turn of a request that came through a {@link FrontHandler}. */
  static Turn of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Turn turn) {
      return turn;
    }
    throw new IllegalStateException("a request has no turn");
  }

  /** Has this sent in place of what is gathered, once whoever works is done. */
  void sendInPieces(Reply reply) {
    inPieces = Optional.of(reply);
  }

  /** Has the client told after some time that it takes too long. */
  void endAfter(Duration longest) {
    deadline =
        request
            .getComponents()
            .getScheduler()
            .schedule(this::timeOut, longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void timeOut() {
    if (answered.compareAndSet(false, true)) {
      response.getHeaders().put(CLOSE); // What follows on this connection would have to wait.
      refuse(
          ProblemException.of(ProblemType.TIMED_OUT),
          Callback.from(this::finish, gone -> finish()));
    }
  }

  private void finish() {
    if (unfinished.decrementAndGet() == 0) {
      callback.succeeded();
    }
  }

  /** Whether an answer went out, so that nothing that is done now is of use. */
  boolean isAnswered() {
    return answered.get();
  }

  /**
   * Refuses it after a while. Who asks again as soon as he is refused would take more of the server
   * with refusals than with answers; waiting takes neither a thread nor a place.
   */
  void refuseLater(ProblemException refusal, Duration pause) {
    request
        .getComponents()
        .getScheduler()
        .schedule(() -> fail(refusal), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends the work with what went wrong. */
  void fail(Throwable failure) {
    RequestTrace.of(request).takeBody().ifPresent(GrowingBody::close);
    if (endsWork()) {
      refuse(failure, callback);
    }
  }

  private void refuse(Throwable failure, Callback end) {
    var trace = RequestTrace.of(request);
    trace.run(
        () ->
            Problems.reply(Problems.of(failure), FrontHandler.language(request), trace)
                .write(response, end));
  }

  /**
   * Ends the work with an answer. The thread does not wait for the client to take it. Where too
   * much waits to be taken already, the answer is that the server has too much to do.
   *
   * @param fields header fields besides those that the response has already
   */
  void answer(int status, HttpFields fields, ByteBuffer body) {
    var growing = RequestTrace.of(request).takeBody();
    if (!endsWork()) {
      growing.ifPresent(GrowingBody::close);
      return;
    }
    if (growing.isPresent()) {
      setHead(status, fields);
      new BodySender(request, response, growing.get(), callback).send();
      return;
    }
    if (inPieces.isPresent()) {
      answerInPieces(inPieces.get());
      return;
    }
    int bytes = body.remaining();
    if (!outgoing.take(bytes)) {
      refuse(ProblemException.of(ProblemType.OVERLOADED), callback);
      return;
    }
    var end = Callback.from(callback, () -> outgoing.giveBack(bytes));
    setHead(status, fields);
    if (status == Reply.NOT_MODIFIED) {
      Reply.withoutLength(response, end);
    } else {
      response.write(true, body, end);
    }
  }

  private void setHead(int status, Iterable<HttpField> fields) {
    response.setStatus(status);
    var headers = response.getHeaders();
    for (var field : fields) {
      if (!headers.contains(field)) {
        headers.add(field);
      }
    }
  }

  /** The next piece is read when the client took the one before; no thread waits for that. */
  private void answerInPieces(Reply reply) {
    if (!outgoing.take(FileContent.PIECE)) {
      refuse(ProblemException.of(ProblemType.OVERLOADED), callback);
      return;
    }
    var end = Callback.from(callback, () -> outgoing.giveBack(FileContent.PIECE));
    if (HttpMethod.HEAD.is(request.getMethod())) {
      setHead(reply.status(), reply.fields());
      response.write(true, ByteBuffer.allocate(0), end);
      return;
    }
    Content.Source source;
    try {
      source = reply.pieces().orElseThrow().open(request.getComponents().getByteBufferPool());
    } catch (IOException gone) {
      refuse(gone, end);
      return;
    }
    setHead(reply.status(), reply.fields());
    Content.copy(source, response, end);
  }

  /** Whether its answer is the one that goes out. */
  private boolean endsWork() {
    if (!worked.compareAndSet(false, true)) {
      return false;
    }
    deadline.cancel();
    if (answered.compareAndSet(false, true)) {
      return true;
    }
    finish();
    return false;
  }
}
