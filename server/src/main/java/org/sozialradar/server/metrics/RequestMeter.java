package org.sozialradar.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.RequestTrace;

/**
 * Counts and times requests by route and class of status, and problems by kind. However many
 * addresses are asked for, there are as many series as routes, classes and kinds.
 */
final class RequestMeter implements RequestLog {
  private static final int STATUS_CLASSES = 6;

  private final MeterRegistry registry;
  private final Map<String, AtomicReferenceArray<Timer>> timers = new HashMap<>();
  private final Map<ProblemType, Counter> problems = new EnumMap<>(ProblemType.class);

  /**
   * A meter.
   *
   * @param templates the routes that are told apart; all else counts as {@value
   *     RequestTrace#NO_ROUTE}
   */
  RequestMeter(MeterRegistry registry, Set<String> templates) {
    this.registry = registry;
    templates.forEach(template -> timers.put(template, new AtomicReferenceArray<>(STATUS_CLASSES)));
    timers.put(RequestTrace.NO_ROUTE, new AtomicReferenceArray<>(STATUS_CLASSES));
    for (var type : ProblemType.values()) {
      problems.put(
          type,
          Counter.builder("radar.problems")
              .description("Requests that were answered with a problem, by its kind")
              .tag("type", type.slug())
              .register(registry));
    }
  }

  @Override
  public void log(Request request, Response response) {
    long nanos = NanoTime.since(request.getBeginNanoTime());
    var trace = RequestTrace.of(request);
    int status = Math.min(STATUS_CLASSES - 1, Math.max(1, response.getStatus() / 100));
    timer(trace.route(), status).record(nanos, TimeUnit.NANOSECONDS);
    trace.problem().ifPresent(type -> problems.get(type).increment());
  }

  private Timer timer(String route, int status) {
    String known = timers.containsKey(route) ? route : RequestTrace.NO_ROUTE;
    var byStatus = timers.get(known);
    var timer = byStatus.get(status);
    return timer == null
        ? byStatus.updateAndGet(status, before -> before == null ? make(known, status) : before)
        : timer;
  }

  /** Made when it is needed first: most routes never fail in most ways. */
  private Timer make(String route, int status) {
    return Timer.builder("radar.requests")
        .description("Requests and the time until they were answered")
        .tag("route", route)
        .tag("status", status + "xx")
        .register(registry);
  }
}
