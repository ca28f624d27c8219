package org.sozialradar.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sozialradar.disclosure.Town.district;
import static org.sozialradar.disclosure.Town.municipality;
import static org.sozialradar.disclosure.Town.state;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.area.AreaCode;

/** What is near bounds what the whole component tells, and leaves the audit's findings the same. */
class NeighbourhoodTest {
  private static final int PIECES = 130;
  private static final double ERROR = 1e-6;

  /** Municipalities in districts and in joint areas that lie across them. */
  private static Town town(long seed) {
    var random = new Random(seed);
    var town = new Town();
    for (int m = 0; m < PIECES; m++) {
      int size = random.nextInt(3) == 0 ? 1 + random.nextInt(14) : 8 + random.nextInt(50);
      var joint = new CellKey(Town.WAVE, "2023", "joint", new AreaCode("j" + m / 3));
      town.with(
          size,
          size * (0.5 + random.nextDouble()),
          random.nextInt(size + 1) / (double) size,
          List.of(municipality("m" + m), district("d" + m % 7), state(), joint));
    }
    return town;
  }

  private static BitSet small(ReleaseCells cells) {
    var small = new BitSet();
    for (int cell = 0; cell < cells.cellCount(); cell++) {
      if (cells.leastRespondents(cells.pieces(cell)) < SurveyRule.DEFAULT.minRespondents()) {
        small.set(cell);
      }
    }
    return small;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void nearBoundsEncloseWhatTheWholeComponentTells(long seed) {
    var cells = town(seed).cells();
    var small = small(cells);
    // Half of the others are hidden too, so that much hangs together.
    var hidden = (BitSet) small.clone();
    var random = new Random(seed);
    for (int cell = 0; cell < cells.cellCount(); cell++) {
      if (cells.keys(cell).first().level().equals("municipality") && random.nextBoolean()) {
        hidden.set(cell);
      }
    }
    var sums = new PublishedSums(cells, hidden);
    int compared = 0;
    for (var unknowns : List.of(Unknowns.ofResult(cells, 0), Unknowns.ofSizes(cells))) {
      for (int cell = hidden.nextSetBit(0); cell >= 0; cell = hidden.nextSetBit(cell + 1)) {
        for (var component : sums.componentsOf(cells.pieces(cell))) {
          if (component.pieces().cardinality() <= Neighbourhood.MOST_PIECES || compared % 5 != 0) {
            compared++;
            continue;
          }
          compared++;
          var part = (BitSet) cells.pieces(cell).clone();
          part.and(component.pieces());
          double all = BoundsProgram.of(component, unknowns).spread(part).orElseThrow();
          var near = new Neighbourhood(component, unknowns, part);
          double scale = Math.max(1, unknowns.weight(part) * unknowns.upper());
          assertThat(near.leastSpread()).isLessThanOrEqualTo(all + ERROR * scale);
          assertThat(near.mostSpread()).isGreaterThanOrEqualTo(all - ERROR * scale);
        }
      }
    }
    assertThat(compared).isGreaterThan(20);
  }

  /**
   * The suppression remembers what was open in earlier rounds; an audit that begins anew agrees.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anAuditWithoutMemoryFindsNothingInWhatWasSuppressed(long seed) {
    var cells = town(seed).cells();
    var suppression = CellSuppression.suppress(cells, SurveyRule.DEFAULT);
    assertThat(suppression.report().rounds()).isGreaterThan(2);
    Set<CellKey> suppressed = new TreeSet<>(suppression.suppressed());
    assertThat(SuppressionAudit.audit(cells, suppressed, SurveyRule.DEFAULT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anAuditThatSeesMoreAgainForgetsWhatWasOpen(long seed) {
    var cells = town(seed).cells();
    var audit = new CellAudit(cells, SurveyRule.DEFAULT);
    var small = small(cells);
    var first = audit.findings(new PublishedSums(cells, small), small);
    var most = new BitSet();
    most.set(0, cells.cellCount());
    assertThat(audit.findings(new PublishedSums(cells, most), most)).isEmpty();
    assertThat(audit.findings(new PublishedSums(cells, small), small)).isEqualTo(first);
    assertThat(first).isNotEmpty();
  }
}
