package org.sozialradar.server.http;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
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
 * it to another would cost more than the answer. All else may wait and goes to the thread pool;
 * health checks and figures go to threads of their own, as whoever watches would end a server that
 * is only busy.
 */
public final class FrontHandler extends Handler.Wrapper {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /** How long a request waits that finds no place, before it is told. */
  private static final Duration BEFORE_REFUSAL = Duration.ofSeconds(1);

  /** Most requests at once for one of the urgent paths. */
  private static final int MOST_URGENT = 8;

  /** Part of the memory that answers may fill until their clients have taken them. */
  private static final int PART_OF_MEMORY = 8;

  private final Limits limits;
  private final OutgoingBytes outgoing;
  private final SecurityHeaders security;
  private final Entrance entrance;
  private final FastPath fastPath;
  private final Lane usual;
  private final Map<String, Lane> urgent;

  /**
   * A handler before all others.
   *
   * @param entrance decides who may pass
   * @param urgentPaths paths that are answered even when the usual threads are all at work: each
   *     has a few threads of its own, made when they are needed
   * @param threads the usual threads
   */
  public FrontHandler(
      Limits limits,
      Set<String> urgentPaths,
      SecurityHeaders security,
      Entrance entrance,
      FastPath fastPath,
      Handler inner,
      Executor threads) {
    this(
        limits,
        urgentPaths,
        security,
        entrance,
        fastPath,
        inner,
        threads,
        Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
  }

  /**
   * As above.
   *
   * @param mostOutgoing most bytes of answers that their clients have not taken yet
   */
  FrontHandler(
      Limits limits,
      Set<String> urgentPaths,
      SecurityHeaders security,
      Entrance entrance,
      FastPath fastPath,
      Handler inner,
      Executor threads,
      long mostOutgoing) {
    super(inner);
    this.limits = limits;
    outgoing = new OutgoingBytes(mostOutgoing);
    this.security = security;
    this.entrance = entrance;
    this.fastPath = fastPath;
    usual = new Lane(threads, limits.concurrentRequests());
    urgent =
        urgentPaths.stream()
            .collect(Collectors.toUnmodifiableMap(path -> path, FrontHandler::urgentLane));
  }

  private static Lane urgentLane(String path) {
    return new Lane(
        new ThreadPoolExecutor(
            0, 2 * MOST_URGENT, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons(path)),
        MOST_URGENT);
  }

  private static ThreadFactory daemons(String path) {
    return work -> {
      var thread = new Thread(work, "urgent " + path);
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response given, Callback callback) {
    var trace = RequestTrace.begin(request, given, entrance.clients());
    security.addTo(given.getHeaders(), request);
    var response = entrance.gate() == Gate.OPEN ? given : new PrivateAnswer(request, given);
    entrance.crossOrigin().addTo(given.getHeaders(), request);
    try {
      if (entrance.crossOrigin().isQuestion(request)) {
        CrossOrigin.answer().write(response, callback);
        return true;
      }
      limits.check(request);
      entrance.insiders().check(request, entrance.clients());
      if (entrance.rate().concerns(request)) {
        double units = RateLimit.units(request.getMethod(), request.getHttpURI().getQuery());
        entrance.rate().take(entrance.clients().of(request).key(), units);
      }
      if (!entrance.gate().isOpen(request) || !fastPath.answer(request, response, callback)) {
        handOver(request, response, callback);
      }
    } catch (RuntimeException failure) {
      trace.run(
          () ->
              Problems.reply(Problems.of(failure), language(request), trace)
                  .write(response, callback));
    }
    return true;
  }

  private void handOver(Request request, Response response, Callback callback) {
    var turn = new Turn(request, response, callback, outgoing);
    turn.endAfter(limits.longestWork());
    try {
      urgent
          .getOrDefault(request.getHttpURI().getCanonicalPath(), usual)
          .work(() -> RequestTrace.of(request).run(() -> work(request, response, turn)));
    } catch (ProblemException refused) {
      turn.refuseLater(refused, BEFORE_REFUSAL);
    }
  }

  @SuppressWarnings("CatchingUnchecked") // Whatever is thrown, the client must hear of it.
  private void work(Request request, Response response, Turn turn) {
    try {
      if (turn.isAnswered()) {
        throw ProblemException.of(ProblemType.TIMED_OUT); // Work for nobody is not even begun.
      }
      entrance.gate().check(request, response);
      var whole = new WholeResponse(response, turn);
      if (!super.handle(new TimedRequest(request, turn), whole, whole.callback())) {
        throw ProblemException.of(ProblemType.UNKNOWN_ADDRESS);
      }
    } catch (Throwable failure) {
      turn.fail(failure);
    }
  }

  /** Waits until no request is in work, at most some seconds. */
  public void awaitIdle() {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!isIdle() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private boolean isIdle() {
    return usual.isIdle() && urgent.values().stream().allMatch(Lane::isIdle);
  }

  static Language language(Request request) {
    String header = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
    return Language.ofAcceptLanguage(header == null ? "" : header);
  }
}
