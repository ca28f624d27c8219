package org.sozialradar.server.http;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Listens, and holds clients to a {@link Pace}. Jetty's own limits do not do for that: its idle
 * timeout begins anew with each byte, its limit of connections lets nobody in when it is reached,
 * and its minimum data rate takes a client's pause for slowness only when the next byte comes.
 */
public final class PacedConnector extends ServerConnector {
  private static final long LOOK_MILLIS = 500;

  /** Connections that may wait to be accepted; Java's own 50 are soon full. */
  private static final int BACKLOG = 1024;

  /** Part of the connections that goes at once when there are too many. */
  private static final int PART = 20;

  private final Pace pace;
  private long lookedAt;
  private volatile Scheduler.Task next = () -> false;

  /**
   * A connector.
   *
   * @param selectors threads that wait for connections
   * @param protocols what is spoken, outermost first
   */
  public PacedConnector(
      Server server, int selectors, Pace pace, List<ConnectionFactory> protocols) {
    super(
        server,
        null,
        null,
        new UnsharedInput(server.getByteBufferPool()),
        1,
        selectors,
        protocols.toArray(new ConnectionFactory[0]));
    this.pace = pace;
    setAcceptQueueSize(BACKLOG);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    lookedAt = System.nanoTime();
    lookLater();
  }

  @Override
  protected void doStop() throws Exception {
    next.cancel();
    super.doStop();
  }

  private void lookLater() {
    next = getScheduler().schedule(this::lookAround, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Goes on whatever one of the connections does: no later look would make up for it. */
  private void lookAround() {
    try {
      lookAtAll(System.nanoTime());
    } finally {
      if (isRunning()) {
        lookLater();
      }
    }
  }

  private void lookAtAll(long now) {
    long since = now - lookedAt;
    lookedAt = now;
    for (var endPoint : getConnectedEndPoints()) {
      ((PacedEndPoint) endPoint).look(now, since);
    }
  }

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) {
    var made = new PacedEndPoint(channel, selector, key, getScheduler(), pace);
    made.setIdleTimeout(getIdleTimeout());
    return made;
  }

  @Override
  protected void onEndPointOpened(EndPoint opened) {
    super.onEndPointOpened(opened);
    if (getConnectedEndPoints().size() > pace.mostConnections()) {
      makeRoom(opened);
    }
  }

  /** How long one waits at one moment: that changes while they are sorted. */
  private record Waiting(PacedEndPoint endPoint, long nanos) {}

  /** Those that wait longest go, some at once, so that this is not to be done for each newcomer. */
  private synchronized void makeRoom(EndPoint newcomer) {
    // Those that were ended a moment ago are still among them.
    var open =
        getConnectedEndPoints().stream()
            .filter(EndPoint::isOpen)
            .map(PacedEndPoint.class::cast)
            .toList();
    if (open.size() <= pace.mostConnections()) {
      return;
    }
    long now = System.nanoTime();
    var waiting =
        open.stream()
            .filter(endPoint -> endPoint != newcomer && endPoint.waits())
            .map(endPoint -> new Waiting(endPoint, now - endPoint.waitingSince()))
            .sorted(Comparator.comparingLong(Waiting::nanos).reversed())
            .limit(Math.max(1, pace.mostConnections() / PART))
            .toList();
    waiting.forEach(one -> one.endPoint().cutOff("others need the connection more"));
    if (waiting.isEmpty()) {
      ((PacedEndPoint) newcomer).cutOff("there are too many connections");
    }
  }
}
