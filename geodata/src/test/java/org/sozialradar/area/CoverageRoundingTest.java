package org.sozialradar.area;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CoverageRoundingTest {
  /** 60 cells on a few hundred grid cells each way: many borders cross when rounded. */
  @Property(tries = 15)
  void keepsACoverageExactOnACoarseGrid(
      @ForAll long seed, @ForAll @IntRange(min = 3, max = 40) int cells) {
    var coverage = RandomCoverage.of(seed, cells, 0.5, 12);
    GeneralisationTest.requireExact(coverage, CoverageRounding.round(coverage, 3));
  }

  @Test
  void refusesAGridThatSwallowsAreas() {
    var coverage = RandomCoverage.of(3, 40, 0.5, 3);
    assertThatIllegalArgumentException().isThrownBy(() -> CoverageRounding.round(coverage, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> CoverageRounding.round(coverage, 10));
  }
}
