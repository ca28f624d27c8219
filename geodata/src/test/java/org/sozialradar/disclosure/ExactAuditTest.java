package org.sozialradar.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sozialradar.disclosure.Town.district;
import static org.sozialradar.disclosure.Town.municipality;
import static org.sozialradar.disclosure.Town.state;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;

/**
 * What the suppression takes for safe by near bounds and by what it remembers of earlier rounds is
 * safe by the slow audit, too: one linear program for each suppressed cell over all that hangs
 * together with it, nothing remembered, nothing decided in closed form.
 */
class ExactAuditTest {
  private static final int INSTANCES = 30;
  private static final double ERROR = 1e-6;
  private static final SurveyRule RULE = SurveyRule.DEFAULT;

  /** Municipalities in districts, and in joint areas and councils that lie across them. */
  private static ReleaseCells country(Random random) {
    var town = new Town();
    int municipalities = 60 + random.nextInt(60);
    int districts = 2 + random.nextInt(5);
    int perJoint = 2 + random.nextInt(4);
    for (int m = 0; m < municipalities; m++) {
      int size = random.nextInt(3) == 0 ? 1 + random.nextInt(14) : 8 + random.nextInt(50);
      town.with(
          size,
          size * (0.5 + random.nextDouble()),
          random.nextInt(size + 1) / (double) size,
          List.of(
              municipality("m" + m),
              district("d" + m % districts),
              state(),
              area("joint", m / perJoint),
              area("council", m * 7 % municipalities / 9)));
    }
    return town.cells();
  }

  private static CellKey area(String level, int number) {
    return new CellKey(Town.WAVE, "2023", level, new AreaCode(level.charAt(0) + "" + number));
  }

  /** How far apart the largest and the least total of some pieces are, by linear programs alone. */
  private static double exactSpread(PublishedSums sums, Unknowns unknowns, BitSet pieces) {
    var open = (BitSet) pieces.clone();
    double spread = 0;
    for (var component : sums.componentsOf(pieces)) {
      var part = (BitSet) pieces.clone();
      part.and(component.pieces());
      open.andNot(part);
      spread += BoundsProgram.of(component, unknowns).spread(part).orElseThrow();
    }
    return spread + unknowns.weight(open) * (unknowns.upper() - unknowns.lower());
  }

  @Test
  void theSlowAuditFindsSafeWhatTheFastOneSuppresses() {
    int large = 0;
    int cellsHeld = 0;
    for (int seed = 1; seed <= INSTANCES; seed++) {
      var cells = country(new Random(seed));
      var suppressed = CellSuppression.suppress(cells, RULE).suppressed();
      var hidden = new BitSet();
      suppressed.forEach(key -> hidden.set(cells.cell(key)));
      var sums = new PublishedSums(cells, hidden);
      large +=
          (int)
              sums.components().stream()
                  .filter(one -> one.pieces().cardinality() > Neighbourhood.MOST_PIECES)
                  .count();
      for (int cell : hidden.stream().toArray()) {
        requireOpen(cells, sums, cell, seed);
        cellsHeld++;
      }
    }
    assertThat(large).as("components that near bounds decide").isGreaterThan(INSTANCES / 2);
    assertThat(cellsHeld).isGreaterThan(20 * INSTANCES);
  }

  private static void requireOpen(ReleaseCells cells, PublishedSums sums, int cell, int seed) {
    var pieces = cells.pieces(cell);
    String what = "instance " + seed + ", " + cells.keys(cell).first();
    var answers = Unknowns.ofResult(cells, 0);
    assertThat(exactSpread(sums, answers, pieces) / answers.weight(pieces))
        .as(what + ": value")
        .isGreaterThan(RULE.leastWidth(Town.SAFE) - ERROR);
    assertThat(exactSpread(sums, Unknowns.ofSizes(cells), pieces))
        .as(what + ": number of respondents")
        .isGreaterThan(RULE.minSizes() - 1 - ERROR);
  }
}
