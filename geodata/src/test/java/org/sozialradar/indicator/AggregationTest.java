package org.sozialradar.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.area.AreaFixtures.code;
import static org.sozialradar.indicator.Indicators.missing;
import static org.sozialradar.indicator.Indicators.reported;
import static org.sozialradar.indicator.ObservationStatus.ESTIMATED;
import static org.sozialradar.indicator.ObservationStatus.FOLLOWS_LATER;
import static org.sozialradar.indicator.ObservationStatus.INPUT_MISSING;
import static org.sozialradar.indicator.ObservationStatus.NOT_MEANINGFUL;
import static org.sozialradar.indicator.ObservationStatus.NO_ROW;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;

class AggregationTest {
  private static final List<AreaCode> MEMBERS = List.of(code("a"), code("b"), code("c"));

  private static AreaValues values(Estimate a, Estimate b, Estimate c) {
    var byCode = Map.of("a", a, "b", b, "c", c);
    return AreaValues.of(code -> byCode.get(code.value()));
  }

  private static AreaValues values(double a, double b, double c) {
    return values(reported(a), reported(b), reported(c));
  }

  @Test
  void countsAddUp() {
    assertThat(Aggregation.extensive(MEMBERS, values(1, 2, 4))).isEqualTo(reported(7));
  }

  @Test
  void ratesAreWeighted() {
    // (10 · 1 + 20 · 2 + 40 · 1) / 4
    assertThat(Aggregation.rate(MEMBERS, values(10, 20, 40), values(1, 2, 1)))
        .isEqualTo(reported(22.5));
  }

  @Test
  void aMissingMemberMakesTheResultMissing() {
    var one = values(reported(1), missing(FOLLOWS_LATER), reported(4));
    assertThat(Aggregation.extensive(MEMBERS, one)).isEqualTo(missing(INPUT_MISSING));
    assertThat(Aggregation.rate(MEMBERS, one, values(1, 1, 1))).isEqualTo(missing(INPUT_MISSING));
    assertThat(Aggregation.rate(MEMBERS, values(1, 2, 3), one)).isEqualTo(missing(INPUT_MISSING));
    var all = values(missing(FOLLOWS_LATER), missing(FOLLOWS_LATER), missing(FOLLOWS_LATER));
    assertThat(Aggregation.extensive(MEMBERS, all)).isEqualTo(missing(FOLLOWS_LATER));
    assertThat(Aggregation.extensive(List.of(), all)).isEqualTo(missing(NO_ROW));
  }

  @Test
  void onlyNoRowWhereNobodyLivesCountsAsZero() {
    var values = values(reported(1), missing(NO_ROW), reported(4));
    assertThat(Aggregation.extensive(MEMBERS, values)).isEqualTo(missing(INPUT_MISSING));
    var forest = new AreaValues(values.cells(), code("b")::equals);
    assertThat(Aggregation.extensive(MEMBERS, forest)).isEqualTo(reported(5));
    assertThat(Aggregation.rate(MEMBERS, forest, forest).value())
        .isCloseTo(17.0 / 5, within(1e-12));
  }

  @Test
  void membersWithoutDenominatorTakeNoPart() {
    var rates = values(reported(10), missing(NOT_MEANINGFUL), reported(20));
    assertThat(Aggregation.rate(MEMBERS, rates, values(1, 0, 1))).isEqualTo(reported(15));
    assertThat(Aggregation.rate(MEMBERS, rates, values(0, 0, 0)))
        .isEqualTo(missing(NOT_MEANINGFUL));
    assertThat(Aggregation.rate(MEMBERS, values(1, 2, 3), values(1, -1, 1)))
        .isEqualTo(missing(INPUT_MISSING));
  }

  @Test
  void intervalsAreCombinedAsIndependent() {
    var values =
        values(new Estimate(1, 0, 3, ESTIMATED), new Estimate(2, 2, 2, ESTIMATED), reported(4));
    assertThat(Aggregation.extensive(MEMBERS, values)).isEqualTo(new Estimate(7, 6, 9, ESTIMATED));
  }

  @Property
  void aDistrictOfDistrictsIsTheDistrictOfAll(
      @ForAll @Size(6) List<@IntRange(max = 100_000) Integer> counts,
      @ForAll @IntRange(min = 1, max = 5) int split) {
    var all = List.of(code("0"), code("1"), code("2"), code("3"), code("4"), code("5"));
    var values = AreaValues.of(code -> reported(counts.get(Integer.parseInt(code.value()))));
    var first = Aggregation.extensive(all.subList(0, split), values);
    var rest = Aggregation.extensive(all.subList(split, 6), values);
    assertThat(first.value() + rest.value()).isEqualTo(Aggregation.extensive(all, values).value());
  }
}
