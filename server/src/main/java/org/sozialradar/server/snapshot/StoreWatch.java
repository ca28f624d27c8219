package org.sozialradar.server.snapshot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.store.StoreUnreachableException;

/**
 * Knows whether the store failed when it was last asked, and says once in the log that it began to
 * fail and once that it ended. Safe for use by many threads.
 */
final class StoreWatch {
  private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);

  private volatile boolean failing;

  boolean isFailing() {
    return failing;
  }

  synchronized void answered() {
    if (failing) {
      LOG.info("the store answers again");
    }
    failing = false;
  }

  synchronized void failed(Throwable failure) {
    if (!failing && failure instanceof StoreUnreachableException) {
      LOG.error("{}; what was read before is served on", failure.getMessage());
    } else if (!failing) {
      LOG.error("the store could not be read; what was read before is served on", failure);
    }
    failing = true;
  }
}
