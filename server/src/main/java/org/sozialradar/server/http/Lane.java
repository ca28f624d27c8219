package org.sozialradar.server.http;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Works on some requests at once and refuses more. Lanes with threads of their own do not wait for
 * each other. Safe for use by many threads.
 */
final class Lane {
  private final Executor threads;
  private final int most;
  private final AtomicInteger running = new AtomicInteger();

  /**
   * A lane.
   *
   * @param threads who works
   * @param most most requests at once
   */
  Lane(Executor threads, int most) {
    this.threads = threads;
    this.most = most;
  }

  /**
   * Has a request worked on.
   *
   * @throws ProblemException if there are too many already
   */
  void work(Runnable request) {
    if (running.incrementAndGet() > most) {
      running.decrementAndGet();
      throw ProblemException.of(ProblemType.OVERLOADED);
    }
    try {
      threads.execute(() -> finish(request));
    } catch (RejectedExecutionException stopping) {
      running.decrementAndGet();
      throw ProblemException.of(ProblemType.OVERLOADED);
    }
  }

  private void finish(Runnable request) {
    try {
      request.run();
    } finally {
      running.decrementAndGet();
    }
  }

  boolean isIdle() {
    return running.get() == 0;
  }
}
