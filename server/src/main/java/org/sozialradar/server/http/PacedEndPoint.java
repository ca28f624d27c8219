package org.sozialradar.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * The server's end of a connection, which knows whether its client keeps the {@link Pace}. Bytes
 * are counted by the thread that moves them, all else belongs to the thread that looks.
 */
final class PacedEndPoint extends SocketChannelEndPoint {
  private final Pace pace;
  private volatile long moved;
  private long movedBefore;
  private long answersBefore;
  private boolean workedBefore;
  private long credit;
  private volatile long waitingSince = System.nanoTime();

  PacedEndPoint(
      SocketChannel channel,
      ManagedSelector selector,
      SelectionKey key,
      Scheduler scheduler,
      Pace pace) {
    super(channel, selector, key, scheduler);
    this.pace = pace;
    credit = pace.credit();
  }

  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    int filled = super.fill(buffer);
    count(filled);
    return filled;
  }

  @Override
  public boolean flush(ByteBuffer... buffers) throws IOException {
    long before = BufferUtil.remaining(buffers);
    boolean done = super.flush(buffers);
    count(before - (done ? 0 : BufferUtil.remaining(buffers)));
    return done;
  }

  /** Reading and writing at once may lose a count, which is then made up for by the next ones. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void count(long bytes) {
    if (bytes > 0) {
      moved += bytes;
    }
  }

  /** The connection that speaks HTTP; null before there is one. */
  private Connection http() {
    var connection = getConnection();
    return connection instanceof SslConnection tls
        ? tls.getSslEndPoint().getConnection()
        : connection;
  }

  /**
   * Looks whether the client kept the pace since the last look, and cuts it off if not.
   *
   * @param now time of the clock that only runs forward, in nanoseconds
   * @param sincelast nanoseconds since the last look
   */
  void look(long now, long sincelast) {
    var http = http();
    long answers = http == null ? 0 : http.getMessagesOut();
    boolean works = http != null && http.getMessagesIn() > answers;
    if (works) {
      requireProgress(sincelast);
    } else if (workedBefore || answers != answersBefore) {
      waitingSince = now;
      credit = pace.credit();
    } else if (now - waitingSince > pace.idle().toNanos()) {
      cutOff("no whole request came");
    }
    workedBefore = works;
    answersBefore = answers;
    movedBefore = moved;
  }

  /** While the server is at work, nothing is expected of the client. */
  private void requireProgress(long nanos) {
    if (pace.bytesPerSecond() == 0 || !(getWriteFlusher().isPending() || isFillInterested())) {
      return;
    }
    long expected = pace.bytesPerSecond() * nanos / TimeUnit.SECONDS.toNanos(1);
    credit = Math.min(pace.credit(), credit + moved - movedBefore - expected);
    if (credit < 0) {
      cutOff("the client is too slow");
    }
  }

  /** Whether it waits for a request, as far as was seen. */
  boolean waits() {
    var http = http();
    return http == null || http.getMessagesIn() <= http.getMessagesOut();
  }

  /** When it was seen first that nothing is to be done for it, in nanoseconds. */
  long waitingSince() {
    return waitingSince;
  }

  void cutOff(String why) {
    close(new TimeoutException(why));
  }
}
