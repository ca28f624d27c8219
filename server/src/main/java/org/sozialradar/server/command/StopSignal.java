package org.sozialradar.server.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for Ctrl-C or SIGTERM and lets the process end only when what runs has been closed; it then
 * ends with 0, as it did what it was told.
 */
final class StopSignal {
  private static final long LONGEST_CLOSING_SECONDS = 20;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  StopSignal() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
  }

  /** Waits until the process is told to end. */
  void await() throws InterruptedException {
    asked.await();
  }

  /** All is closed. */
  void done() {
    done.countDown();
  }

  private void stop() {
    if (done.getCount() == 0) {
      return; // The command ended by itself; its exit code holds.
    }
    asked.countDown();
    try {
      if (done.await(LONGEST_CLOSING_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(ExitCode.OK);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
