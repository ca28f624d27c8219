package org.sozialradar.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sozialradar.disclosure.ResultRange;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.survey.Domains;
import org.sozialradar.survey.LonelyUnits;
import org.sozialradar.survey.WeightedEstimator;

/** Areas whose answers all agree borrow their interval from others, but not from hidden ones. */
class ShownEstimatesTest {
  private static final int ENOUGH = 10;
  private static final int[] AREAS = {12, 20, 4};

  /** The first area agrees on 3, the second alternates; the third gives the rest. */
  private static Estimate first(double... ofThird) {
    int size = Arrays.stream(AREAS).sum();
    var domains = new int[size];
    var scores = new double[size];
    Arrays.fill(domains, AREAS[0], AREAS[0] + AREAS[1], 1);
    Arrays.fill(domains, AREAS[0] + AREAS[1], size, 2);
    Arrays.setAll(scores, r -> r < AREAS[0] ? 3 : 2 + r % 3);
    System.arraycopy(ofThird, 0, scores, AREAS[0] + AREAS[1], AREAS[2]);
    var estimator =
        new WeightedEstimator(
            Country.wave(1, AREAS).respondents().sample(),
            Domains.of(domains, AREAS.length),
            LonelyUnits.REFUSE);
    return ShownEstimates.of(estimator.means(scores), ResultRange.scale("cohesion", 1, 5), ENOUGH)
        .get(0);
  }

  @Test
  void agreementDoesNotPassForPrecision() {
    assertThat(first(1, 2, 4, 5).value()).isEqualTo(3);
    assertThat(first(1, 2, 4, 5).upper() - first(1, 2, 4, 5).lower()).isBetween(0.5, 2.0);
  }

  @Test
  void theAnswersOfAreasWithFewRespondentsDoNotCount() {
    assertThat(first(1, 5, 1, 5)).isEqualTo(first(3, 3, 3, 3));
  }
}
