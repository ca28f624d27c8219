package org.sozialradar.server.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

/**
 * Slows down clients that show wrong tokens: after some failures each further one doubles the time
 * in which nothing more is checked, up to a minute. Forgotten after a quarter of an hour. Safe for
 * use by many threads.
 */
public final class FailedAttempts {
  /** Whoever mistypes is not slowed down yet. */
  static final int FREE = 5;

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration MEMORY = Duration.ofMinutes(15);

  /** More clients than that at once are no mistakes; the oldest are forgotten. */
  private static final int MOST_CLIENTS = 10_000;

  private final Clock clock;
  private final Cache<String, Failures> failures =
      Caffeine.newBuilder().maximumSize(MOST_CLIENTS).expireAfterWrite(MEMORY).build();

  private record Failures(int number, Instant notBefore) {}

  public FailedAttempts(Clock clock) {
    this.clock = clock;
  }

  /**
   * Counts an attempt as failed before it is checked, so that many at once do not slip through.
   *
   * @throws ProblemException if the client has to wait
   */
  void begin(String client) {
    failures
        .asMap()
        .compute(client, (key, before) -> before == null ? next(0) : next(allowed(before)));
  }

  private int allowed(Failures before) {
    var wait = Duration.between(clock.instant(), before.notBefore());
    if (!wait.isNegative() && !wait.isZero()) {
      throw ProblemException.of(ProblemType.TOO_MANY_ATTEMPTS, wait.plusMillis(999).toSeconds());
    }
    return before.number();
  }

  private Failures next(int before) {
    int number = before + 1;
    int doublings = Math.min(number - FREE, 6);
    var wait = doublings < 0 ? Duration.ZERO : Duration.ofSeconds(1L << doublings);
    return new Failures(number, clock.instant().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
  }

  /** The attempt was right after all. */
  void succeeded(String client) {
    failures
        .asMap()
        .computeIfPresent(
            client,
            (key, held) ->
                held.number() <= 1 ? null : new Failures(held.number() - 1, clock.instant()));
  }
}
