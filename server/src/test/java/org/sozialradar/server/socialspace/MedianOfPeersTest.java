package org.sozialradar.server.socialspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.sozialradar.server.snapshot.ShownEstimate;
import org.sozialradar.survey.Interval;

/** How sure the median of peers is. */
class MedianOfPeersTest {
  private static ShownEstimate estimate(double value, double below, double above) {
    return new ShownEstimate(value, new Interval(value - below, value + above));
  }

  private static List<ShownEstimate> apart(double below, double above) {
    return DoubleStream.of(10, 20, 30, 40, 50)
        .mapToObj(value -> estimate(value, below, above))
        .toList();
  }

  /** The one in the middle stays there: its error is that of the median, and not 1.7. */
  @Test
  void farApartTheMedianIsAsUnsureAsTheOneInTheMiddle() {
    var median = MedianOfPeers.of(apart(3, 3));
    assertThat(median.value()).isEqualTo(30);
    assertThat(median.interval().lower()).isCloseTo(27, within(0.4));
    assertThat(median.interval().upper()).isCloseTo(33, within(0.4));
  }

  /** Of n alike the median has √(π/2)/√n of the error of one (here: 1000, almost its limit). */
  @Test
  void manyAlikeAreSurerThanOne() {
    var median = MedianOfPeers.of(Collections.nCopies(1000, estimate(5, 3, 3)));
    double half = 3 * Math.sqrt(Math.PI / 2 / 1000);
    assertThat(median.interval().lower()).isCloseTo(5 - half, within(0.15 * half));
    assertThat(median.interval().upper()).isCloseTo(5 + half, within(0.15 * half));
  }

  @Test
  void eachSideOfAnIntervalHasItsOwnWidth() {
    var median = MedianOfPeers.of(apart(1, 4));
    assertThat(median.interval().lower()).isCloseTo(29, within(0.2));
    assertThat(median.interval().upper()).isCloseTo(34, within(0.5));
    assertThat(MedianOfPeers.of(apart(1, 4))).isEqualTo(median);
  }

  @Test
  void valuesWithoutErrorHaveASureMedian() {
    var median = MedianOfPeers.of(apart(0, 0));
    assertThat(median.interval()).isEqualTo(new Interval(30, 30));
  }
}
