package org.sozialradar.server.http;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.sozialradar.server.text.Language;

/**
 * Stands before everything that answers: applies limits and security headers, and turns what is
 * thrown into problem details.
 *
 * <p>What the fast path answers is answered at once, on the thread that read the request; handing
 * it to another would cost more than the answer. All else may wait and goes to the thread pool.
 */
public final class FrontHandler extends Handler.Wrapper {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Limits limits;
  private final SecurityHeaders security;
  private final FastPath fastPath;
  private final AtomicInteger running = new AtomicInteger();

  public FrontHandler(Limits limits, SecurityHeaders security, FastPath fastPath, Handler inner) {
    super(inner);
    this.limits = limits;
    this.security = security;
    this.fastPath = fastPath;
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    security.addTo(response.getHeaders());
    try {
      limits.check(request);
      if (!fastPath.answer(request, response, callback)) {
        handOver(request, response, callback);
      }
    } catch (RuntimeException failure) {
      answer(failure, request, response, callback);
    }
    return true;
  }

  private void handOver(Request request, Response response, Callback callback) {
    if (running.incrementAndGet() > limits.concurrentRequests()) {
      running.decrementAndGet();
      throw ProblemException.of(ProblemType.OVERLOADED);
    }
    try {
      getServer().getThreadPool().execute(() -> work(request, response, callback));
    } catch (RejectedExecutionException stopping) {
      running.decrementAndGet();
      throw ProblemException.of(ProblemType.OVERLOADED);
    }
  }

  @SuppressWarnings("CatchingUnchecked") // Whatever is thrown, the client must hear of it.
  private void work(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        throw ProblemException.of(ProblemType.UNKNOWN_ADDRESS);
      }
    } catch (Throwable failure) {
      answer(failure, request, response, callback);
    } finally {
      running.decrementAndGet();
    }
  }

  /** Waits until no request is in work, at most some seconds. */
  public void awaitIdle() {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (running.get() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private static void answer(
      Throwable failure, Request request, Response response, Callback callback) {
    var problem = Problems.of(failure);
    if (response.isCommitted()) {
      callback.failed(
          failure); // Half an answer is out: cutting the connection is the only honest end.
    } else {
      Problems.reply(problem, language(request)).write(response, callback);
    }
  }

  static Language language(Request request) {
    String header = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
    return Language.ofAcceptLanguage(header == null ? "" : header);
  }
}
