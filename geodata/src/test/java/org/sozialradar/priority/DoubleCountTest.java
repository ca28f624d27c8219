package org.sozialradar.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.priority.Priorities.need;
import static org.sozialradar.priority.Priorities.question;
import static org.sozialradar.priority.Priorities.support;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sozialradar.priority.DoubleCount.Basis;
import org.sozialradar.priority.DoubleCount.Kind;

class DoubleCountTest {
  private static final PriorityQuestion QUESTION =
      question(
          new PriorityMethod.WeightedSum(),
          need("unemployment", 2),
          need("index", 3),
          support("help", 5),
          support("other", 0));

  @Test
  void whatCountsTwiceIsNamedWithItsTotalWeight() {
    var found =
        DoubleCount.find(
            QUESTION,
            Map.of(
                "help",
                new Basis(Kind.MODEL_COVARIATE, Map.of("unemployment", .6, "turnout", .4)),
                "index",
                new Basis(Kind.INDEX_PART, Map.of("turnout", .5, "moves", .5)),
                "other",
                new Basis(Kind.MODEL_COVARIATE, Map.of("moves", 1.0))));
    assertThat(found).extracting(DoubleCount::indicator).containsExactly("unemployment", "turnout");
    assertThat(found.get(0).totalWeight()).isCloseTo(.2 + .5 * .6, within(1e-12));
    assertThat(found.get(0).as())
        .extracting(DoubleCount.Use::kind)
        .containsExactly(Kind.CRITERION, Kind.MODEL_COVARIATE);
    assertThat(found.get(1).totalWeight()).isCloseTo(.3 * .5 + .5 * .4, within(1e-12));
    assertThat(found.get(1).as())
        .extracting(DoubleCount.Use::criterion)
        .containsExactly("index", "help");
  }

  @Test
  void whatCountsOnceIsNot() {
    var bases = Map.of("help", new Basis(Kind.MODEL_COVARIATE, Map.of("turnout", 1.0)));
    assertThat(DoubleCount.find(QUESTION, bases)).isEmpty();
  }
}
