package org.sozialradar.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

class FailedAttemptsTest {
  private final SettableClock clock = new SettableClock();
  private final FailedAttempts attempts = new FailedAttempts(clock);

  private void fail(String client, int times) {
    for (int i = 0; i < times; i++) {
      attempts.begin(client);
    }
  }

  private int wait(String client) {
    var problem =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            ProblemException.class, () -> attempts.begin(client));
    assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_ATTEMPTS);
    return Integer.parseInt(problem.arguments().get(0));
  }

  @Test
  void eachFurtherFailureDoublesTheWaitUpToAMinute() {
    fail("a", FailedAttempts.FREE);
    var waits = new ArrayList<Integer>();
    for (int i = 0; i < 8; i++) {
      waits.add(wait("a"));
      clock.moveOn(Duration.ofSeconds(waits.get(i)));
      attempts.begin("a");
    }
    assertThat(waits).isEqualTo(List.of(1, 2, 4, 8, 16, 32, 60, 60));
  }

  @Test
  void othersDoNotWait() {
    fail("a", FailedAttempts.FREE);
    assertThat(wait("a")).isEqualTo(1);
    fail("b", 1);
  }

  @Test
  void aRightAttemptDoesNotCount() {
    for (int i = 0; i < 3 * FailedAttempts.FREE; i++) {
      attempts.begin("a");
      attempts.succeeded("a");
    }
    fail("a", FailedAttempts.FREE);
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> attempts.begin("a"));
  }
}
