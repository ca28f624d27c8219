package org.sozialradar.server.http;

import java.time.Duration;
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
 */
public final class FrontHandler extends Handler.Wrapper {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Limits limits;
  private final SecurityHeaders security;
  private final AtomicInteger running = new AtomicInteger();

  public FrontHandler(Limits limits, SecurityHeaders security, Handler inner) {
    super(inner);
    this.limits = limits;
    this.security = security;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int now = running.incrementAndGet();
    try {
      security.addTo(response.getHeaders());
      if (now > limits.concurrentRequests()) {
        throw ProblemException.of(ProblemType.OVERLOADED);
      }
      limits.check(request);
      if (!super.handle(request, response, callback)) {
        throw ProblemException.of(ProblemType.UNKNOWN_ADDRESS);
      }
    } catch (Exception failure) {
      answer(failure, request, response, callback);
    } finally {
      running.decrementAndGet();
    }
    return true;
  }

  /** Waits until no request is in work, at most some seconds. */
  public void awaitIdle() {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (running.get() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private static void answer(
      Exception failure, Request request, Response response, Callback callback) {
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
