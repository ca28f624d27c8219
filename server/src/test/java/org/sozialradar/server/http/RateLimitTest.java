package org.sozialradar.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {
  private final AtomicLong now = new AtomicLong(-5);
  private final RateLimit limit = new RateLimit(60, Set.of(), now::get);

  private void take(String client, int times) {
    for (int i = 0; i < times; i++) {
      limit.take(client, 1);
    }
  }

  private String wait(String client) {
    var problem = catchThrowableOfType(ProblemException.class, () -> limit.take(client, 1));
    assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
    return problem.arguments().get(0);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void aQuarterOfAMinutesRequestsMayComeAtOnceThenAsManyAsRefill() {
    take("a", 15);
    assertThat(wait("a")).isEqualTo("1");
    pass(Duration.ofMillis(2500));
    take("a", 2);
    assertThat(wait("a")).isEqualTo("1");
    pass(Duration.ofHours(1));
    take("a", 15);
    assertThat(wait("a")).isEqualTo("1");
  }

  @Test
  void othersHaveBucketsOfTheirOwn() {
    take("a", 15);
    take("b", 15);
    wait("a");
    wait("b");
  }

  @Test
  void theWaitIsNamedInSeconds() {
    var slow = new RateLimit(2, Set.of(), now::get);
    slow.take("a", 1);
    var problem = catchThrowableOfType(ProblemException.class, () -> slow.take("a", 1));
    assertThat(problem.arguments()).containsExactly("30");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/long, true",
    "/api/long/, false",
    "/api/areas/14511000/report, true",
    "/api/areas/a%2Fb/report, true",
    "/api/areas/report, false",
    "/api/areas//report, false",
    "/api/areas/14511000/more/report, false",
    "/api/areas/14511000/report/more, false",
    "/api/areas/14511000, false",
    "/api/longer, false",
    "/apiXlong, false",
    "/, false",
    "'', false",
  })
  void aCostlyRouteIsKnownByItsTemplate(String path, boolean costly) {
    var some = new RateLimit(60, Set.of("/api/long", "/api/areas/{code}/report"), now::get);
    assertThat(some.isCostly(path)).isEqualTo(costly);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, limit=10, 0.2",
    "GET, f=json&limit=200&after=a, 0.2",
    "GET, limit=500&f=json, 0.5",
    "GET, limit=1000, 1",
    "GET, limit=10000, 1",
    "GET, limit=999999999, 1",
    "GET, limit=9999999999, 1",
    "GET, limit=0, 0.2",
    "GET, limit=-1, 1",
    "GET, mylimit=10, 1",
    "GET, , 1",
    "POST, limit=10, 1",
  })
  void aShortPageTakesLess(String method, String query, double units) {
    assertThat(RateLimit.units(method, query)).isEqualTo(units);
  }

  @Test
  void whoFollowsPagesOfTenReachesTheEndOfGermany() {
    var standard = new RateLimit(600, Set.of(), now::get);
    double units = RateLimit.units("GET", "limit=10");
    for (int page = 0; page < 1130; page++) {
      standard.take("gdal", units);
      pass(Duration.ofMillis(15));
    }
    assertThat(units).isLessThan(1);
  }

  @Test
  void nothingIsCostlyWithoutTemplates() {
    assertThat(limit.isCostly("/api/long")).isFalse();
    assertThat(limit.isCostly("/")).isFalse();
  }
}
