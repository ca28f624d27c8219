package org.sozialradar.server.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Stands before everything else that answers: knows how many requests are in work until their last
 * byte is out, and tells clients about the state of the server. Safe for use by many threads.
 */
public final class OperationHandler extends Handler.Wrapper {
  private static final HttpField CLOSE = new PreEncodedHttpField("Connection", "close");
  private static final HttpField STORE_UNAVAILABLE =
      new PreEncodedHttpField("Radar-Store", "unavailable");
  private static final Pattern NUMBERED_TILES = Pattern.compile("/tiles/\\d");
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Drain drain;
  private final BooleanSupplier storeAnswers;
  private final AtomicInteger inWork = new AtomicInteger();

  /**
   * A handler before all others.
   *
   * @param drain whether the server is about to stop; then each answer ends its connection
   * @param storeAnswers whether the store answers; while it does not, answers that could be newer
   *     otherwise say so
   */
  public OperationHandler(Drain drain, BooleanSupplier storeAnswers, Handler inner) {
    super(inner);
    this.drain = drain;
    this.storeAnswers = storeAnswers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    addTo(response.getHeaders(), request);
    inWork.incrementAndGet();
    boolean handled = false;
    try {
      handled = super.handle(request, response, Callback.from(callback, inWork::decrementAndGet));
      return handled;
    } finally {
      if (!handled) {
        inWork.decrementAndGet();
      }
    }
  }

  private void addTo(HttpFields.Mutable headers, Request request) {
    if (drain.hasBegun()) {
      headers.add(CLOSE);
    }
    if (!storeAnswers.getAsBoolean() && !namesRevision(request.getHttpURI().getCanonicalPath())) {
      headers.add(STORE_UNAVAILABLE);
    }
  }

  /** What is of one revision for ever, and kept by caches as long, cannot be newer. */
  private static boolean namesRevision(String path) {
    if (path == null) {
      return false;
    }
    return path.startsWith("/api/revisions/") || NUMBERED_TILES.matcher(path).lookingAt();
  }

  /** Waits until no request is in work, at most for some time. */
  public void awaitIdle(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (inWork.get() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
