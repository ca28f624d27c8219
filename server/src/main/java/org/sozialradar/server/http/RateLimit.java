package org.sozialradar.server.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/**
 * Bounds how often one client asks for what is costly: a bucket for each client, which fills evenly
 * and of which each request takes one unit, a short page of a list less (token bucket). The buckets
 * are kept in a bounded cache; one that is forgotten is full again. The arithmetic is a few lines;
 * a library for it would bring a second cache. Safe for use by many threads.
 */
public final class RateLimit {
  private static final int MOST_CLIENTS = 50_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Part of a minute's requests that may come at once. */
  private static final int BURST = 4;

  /**
   * Pages as long as this take a whole unit; the shortest take a fifth, so that clients that follow
   * {@code next} in steps of ten, as GDAL does, reach the end of a large collection.
   */
  private static final double WHOLE_PAGE = 1000;

  private static final double SHORTEST_PAGE = 0.2;
  private static final Pattern LIMIT = Pattern.compile("(?:^|&)limit=(\\d{1,9})(?:&|$)");

  /** What stands in a template for one step of the path. */
  private static final Pattern PLACE = Pattern.compile("\\{[^/}]+}");

  private final double perNano;
  private final double capacity;
  private final List<Pattern> paths;
  private final LongSupplier nanos;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST_CLIENTS).expireAfterAccess(MINUTE).build();

  private record Bucket(double units, long at) {}

  /**
   * A limit.
   *
   * @param perMinute most requests of a client in a minute in the long run; 0 for no limit
   * @param templates templates of the routes that are costly, with {@code {name}} for one step of
   *     the path; taking something in or deleting always is
   * @param nanos a clock that only runs forward, in nanoseconds
   */
  public RateLimit(int perMinute, Set<String> templates, LongSupplier nanos) {
    perNano = perMinute / (double) MINUTE.toNanos();
    capacity = perMinute == 0 ? 0 : Math.max(1, perMinute / (double) BURST);
    paths = templates.stream().map(RateLimit::paths).toList();
    this.nanos = nanos;
  }

  private static Pattern paths(String template) {
    return Pattern.compile(
        Stream.of(PLACE.split(template, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[^/]+")));
  }

  /** Whether a request counts. */
  boolean concerns(Request request) {
    return capacity > 0
        && (HttpMethod.POST.is(request.getMethod())
            || HttpMethod.PUT.is(request.getMethod())
            || HttpMethod.DELETE.is(request.getMethod())
            || isCostly(request.getHttpURI().getCanonicalPath()));
  }

  /**
   * Whether what a path leads to is costly.
   *
   * @param path without query, in canonical form
   */
  boolean isCostly(String path) {
    return paths.stream().anyMatch(one -> one.matcher(path).matches());
  }

  /**
   * What a request takes.
   *
   * @param method of HTTP
   * @param query part of the address behind the question mark, or null
   */
  static double units(String method, String query) {
    var limit = LIMIT.matcher(query == null ? "" : query);
    boolean page = !HttpMethod.POST.is(method) && limit.find();
    return page
        ? Math.max(SHORTEST_PAGE, Math.min(1, Integer.parseInt(limit.group(1)) / WHOLE_PAGE))
        : 1;
  }

  /**
   * Takes units of a client's bucket.
   *
   * @throws ProblemException if it does not hold them
   */
  void take(String client, double units) {
    buckets.asMap().compute(client, (key, before) -> taken(filled(before), units));
  }

  private Bucket filled(Bucket before) {
    long now = nanos.getAsLong();
    return before == null
        ? new Bucket(capacity, now)
        : new Bucket(Math.min(capacity, before.units() + (now - before.at()) * perNano), now);
  }

  private Bucket taken(Bucket bucket, double units) {
    if (bucket.units() < units) {
      double seconds = (units - bucket.units()) / perNano / Duration.ofSeconds(1).toNanos();
      throw ProblemException.of(ProblemType.TOO_MANY_REQUESTS, (long) Math.ceil(seconds));
    }
    return new Bucket(bucket.units() - units, bucket.at());
  }
}
