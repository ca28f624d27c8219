package org.sozialradar.server.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the memory of answers that were made and that their clients have not taken yet: no thread
 * waits for those, so that many who read slowly would fill the memory. Safe for use by many
 * threads.
 */
final class OutgoingBytes {
  private final long most;
  private final AtomicLong held = new AtomicLong();

  /**
   * A bound.
   *
   * @param most most bytes at once; a single answer may be larger
   */
  OutgoingBytes(long most) {
    this.most = most;
  }

  /** Takes room for an answer; whoever got it gives it back. */
  boolean take(long bytes) {
    long before = held.getAndAdd(bytes);
    if (before == 0 || before + bytes <= most) {
      return true;
    }
    giveBack(bytes);
    return false;
  }

  void giveBack(long bytes) {
    held.addAndGet(-bytes);
  }
}
