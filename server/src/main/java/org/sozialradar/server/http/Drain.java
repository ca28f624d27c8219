package org.sozialradar.server.http;

/**
 * Whether the server is about to stop. From then on it says so, and still answers, so that whoever
 * spreads requests over several servers has the time to turn to others. Safe for use by many
 * threads.
 */
public final class Drain {
  private volatile boolean begun;

  /** Nobody new should come from now on. */
  public void begin() {
    begun = true;
  }

  public boolean hasBegun() {
    return begun;
  }
}
