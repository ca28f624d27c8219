package org.sozialradar.server.metrics;

import com.github.benmanes.caffeine.cache.Cache;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.RequestLog;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;

/** Counts requests and answers all figures. */
public final class MetricsResource implements Resource {
  private static final HttpField TYPE = Content.type("text/plain; version=0.0.4; charset=utf-8");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final RequestMeter requests = new RequestMeter(registry);

  /**
   * Figures of the process, and of some caches.
   *
   * @param caches caches by name
   */
  public MetricsResource(Map<String, Cache<String, ?>> caches) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    caches.forEach((name, cache) -> CaffeineCacheMetrics.monitor(registry, cache, name));
  }

  /** Counts each request when it has been answered. */
  public RequestLog requests() {
    return requests;
  }

  /** Names of all figures. */
  List<String> names() {
    return registry.getMeters().stream()
        .map(Meter::getId)
        .map(Meter.Id::getName)
        .distinct()
        .toList();
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.urgent("/metrics", query -> figures()));
  }

  private Answer figures() {
    return Content.of(TYPE, registry.scrape().getBytes(StandardCharsets.UTF_8), CachePolicy.NEVER);
  }
}
