package org.sozialradar.server.metrics;

import com.github.benmanes.caffeine.cache.Cache;
import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.RequestLog;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;

/** Counts requests and answers all figures. */
public final class MetricsResource implements Resource {
  /** Where they are answered. */
  public static final String PATH = "/metrics";

  private static final HttpField TYPE = Content.type("text/plain; version=0.0.4; charset=utf-8");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** Figures of the process alone. */
  public MetricsResource() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** Takes further figures. */
  public MeterRegistry registry() {
    return registry;
  }

  /** Tells how a cache does. */
  public void watch(String name, Cache<String, ?> cache) {
    CaffeineCacheMetrics.monitor(registry, cache, name);
  }

  /**
   * Counts each request when it has been answered.
   *
   * @param templates the routes that are told apart
   */
  public RequestLog requests(Set<String> templates) {
    return new RequestMeter(registry, templates);
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.urgent(PATH, query -> figures()));
  }

  private Answer figures() {
    return Content.of(TYPE, registry.scrape().getBytes(StandardCharsets.UTF_8), CachePolicy.NEVER);
  }
}
