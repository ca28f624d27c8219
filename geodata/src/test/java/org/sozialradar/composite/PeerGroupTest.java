package org.sozialradar.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaHierarchy;
import org.sozialradar.composite.IndexIndicator.Direction;
import org.sozialradar.composite.RankIntervals.RankInterval;

class PeerGroupTest {
  private static final Map<String, Double> POPULATION =
      Map.of(
          "a",
          4_999.0,
          "b",
          5_000.0,
          "c",
          19_999.5,
          "d",
          20_000.0,
          "e",
          590_000.0,
          "f",
          Double.NaN);
  private static final List<AreaCode> CODES = codes("a", "b", "c", "d", "e", "f");
  private static final IndexIndicator UP = new IndexIndicator("x", Direction.RAISES);

  @Test
  void sizeClassesBeginWithTheirLowerEnd() {
    var groups = PeerGroup.bySize(CODES, code -> POPULATION.get(code.value()), PeerGroup.SIZES);
    assertThat(groups)
        .extracting(PeerGroup::id)
        .containsExactly("0-4999", "5000-19999", "20000-99999", "100000-");
    assertThat(groups.get(0).members()).containsExactlyInAnyOrderElementsOf(codes("a"));
    assertThat(groups.get(1).members()).containsExactlyInAnyOrderElementsOf(codes("b", "c"));
    assertThat(groups.get(2).members()).containsExactlyInAnyOrderElementsOf(codes("d"));
    assertThat(groups.get(3).members()).containsExactlyInAnyOrderElementsOf(codes("e"));
    assertThat(groups.get(3).kind()).isEqualTo(PeerGroup.Kind.SIZE_CLASS);
  }

  @Test
  void sizeClassesMustAscend() {
    assertThatThrownBy(() -> PeerGroup.bySize(CODES, code -> 1, List.of(0, 500, 500)))
        .isInstanceOfSatisfying(
            InvalidIndexException.class, e -> assertThat(e.code()).isEqualTo("size-classes-unfit"));
  }

  @Test
  void districtsHoldTheirMunicipalities() {
    var hierarchy =
        AreaHierarchy.of(
            Map.of("municipality", List.of(area("a", "14"), area("b", "14"), area("c", "15"))));
    var groups = PeerGroup.byDistrict(hierarchy, "municipality", "district");
    assertThat(groups).extracting(PeerGroup::id).containsExactly("14", "15");
    assertThat(groups.get(0).members()).containsExactlyInAnyOrderElementsOf(codes("a", "b"));
    assertThat(groups.get(1).kind()).isEqualTo(PeerGroup.Kind.DISTRICT);
  }

  @Test
  void ranksWithinAGroup() {
    var input =
        IndexInput.builder(CODES).column("x", new double[] {9, 3, 7, 3, Double.NaN, 1}).build();
    var draws = RankDraws.ofIndicator(input, UP, 1000, 1);
    var group = PeerGroup.ofList("own", codes("f", "d", "c", "e", "b", "elsewhere"));
    var ranks = draws.within(group, 2);
    assertThat(ranks.codes()).containsExactlyElementsOf(codes("b", "c", "d", "f"));
    assertThat(ranks.find(new AreaCode("c"))).hasValue(new RankInterval(1, 1, 1, 1, 4));
    assertThat(ranks.find(new AreaCode("b"))).hasValue(new RankInterval(2, 2, 2, 2, 4));
    assertThat(ranks.find(new AreaCode("d"))).hasValue(new RankInterval(2, 2, 2, 2, 4));
    assertThat(ranks.find(new AreaCode("f"))).hasValue(new RankInterval(4, 4, 4, 4, 4));
    assertThat(ranks.find(new AreaCode("a"))).isEmpty();
    assertThat(ranks.probabilityAmongFirst(2, 0)).isEqualTo(1);
    assertThat(ranks.draws()).isEqualTo(1000);
    assertThat(ranks.first()).containsExactly(2);
  }

  /** Φ(1/√2) = .760249938907 whatever the others do. */
  @Test
  void chancesWithinAGroupAreThoseOfItsMembersAlone() {
    var input =
        IndexInput.builder(CODES)
            .column("x", new double[] {0, 50, 1, 0.5, -40, 0}, new double[] {1, 9, 1, 3, 9, 3})
            .build();
    var ranks =
        RankDraws.ofIndicator(input, UP, 20_000, 3)
            .within(PeerGroup.ofList("own", codes("a", "c")), 1);
    assertThat(ranks.probabilityAmongFirst(1, 1)).isCloseTo(.760249938907, within(.0142));
    assertThat(ranks.probabilityAmongFirst(1, 0)).isCloseTo(.239750061093, within(.0142));
  }

  @Test
  void percentilesComeWithTheirInterval() {
    var rank = new RankInterval(2, 2, 1, 4, 4);
    assertThat(rank.percentile()).isEqualTo(62.5);
    assertThat(rank.lowerPercentile()).isEqualTo(12.5);
    assertThat(rank.upperPercentile()).isEqualTo(87.5);
    assertThat(new RankInterval(2, 2, 2, 2, 3).percentile()).isEqualTo(50);
  }

  @Test
  void oneAreaIsNoGroup() {
    var input =
        IndexInput.builder(CODES).column("x", new double[] {9, 3, 7, 3, Double.NaN, 1}).build();
    var draws = RankDraws.ofIndicator(input, UP, 1000, 1);
    assertThatThrownBy(() -> draws.within(PeerGroup.ofList("own", codes("a", "e"))))
        .isInstanceOfSatisfying(
            InvalidIndexException.class,
            e -> {
              assertThat(e.code()).isEqualTo("peer-group-too-small");
              assertThat(e.details()).containsEntry("group", "own").containsEntry("areas", "1");
            });
  }

  private static Area area(String code, String district) {
    return new Area(
        new AreaCode(code),
        "municipality",
        code,
        "",
        Map.of("district", new AreaCode(district)),
        Map.of(),
        new GeometryFactory().createPolygon());
  }

  private static List<AreaCode> codes(String... values) {
    return Stream.of(values).map(AreaCode::new).toList();
  }
}
