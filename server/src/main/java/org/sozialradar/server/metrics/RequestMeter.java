package org.sozialradar.server.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/**
 * Counts and times requests by what they asked for and the class of their status. All meters are
 * made beforehand, as each request passes here.
 */
final class RequestMeter implements RequestLog {
  private static final int STATUS_CLASSES = 6;

  private enum Kind {
    TILE,
    API,
    OTHER;

    static Kind of(String path) {
      if (path == null) {
        return OTHER;
      }
      return path.startsWith("/tiles/") ? TILE : path.startsWith("/api/") ? API : OTHER;
    }
  }

  private final Map<Kind, Timer[]> timers = new EnumMap<>(Kind.class);

  RequestMeter(MeterRegistry registry) {
    for (var kind : Kind.values()) {
      var byStatus = new Timer[STATUS_CLASSES];
      for (int i = 1; i < STATUS_CLASSES; i++) {
        byStatus[i] =
            Timer.builder("radar.requests")
                .description("Requests and the time until they were answered")
                .tag("kind", kind.name().toLowerCase(java.util.Locale.ROOT))
                .tag("status", i + "xx")
                .register(registry);
      }
      timers.put(kind, byStatus);
    }
  }

  @Override
  public void log(Request request, Response response) {
    int status = Math.min(5, Math.max(1, response.getStatus() / 100));
    long nanos = NanoTime.since(request.getBeginNanoTime());
    timers.get(Kind.of(request.getHttpURI().getPath()))[status].record(nanos, TimeUnit.NANOSECONDS);
  }
}
