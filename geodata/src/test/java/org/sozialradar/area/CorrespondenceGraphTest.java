package org.sozialradar.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.area.AreaFixtures.area;
import static org.sozialradar.area.AreaFixtures.code;
import static org.sozialradar.area.AreaFixtures.crosswalk;
import static org.sozialradar.area.AreaFixtures.hierarchy;
import static org.sozialradar.area.AreaFixtures.link;
import static org.sozialradar.area.AreaFixtures.merged;
import static org.sozialradar.area.AreaFixtures.same;
import static org.sozialradar.area.ShareKind.AREA;
import static org.sozialradar.area.ShareKind.POPULATION;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaTransfer.Part;

class CorrespondenceGraphTest {
  private static final String LEVEL = "municipality";

  private static final AreaCorrespondence TO_2022 =
      crosswalk(
          "2016",
          "2022",
          same("Dresden"),
          same("Ostrau"),
          same("Zschaitz"),
          merged("Aue", "AueBadSchlema"),
          merged("Schlema", "AueBadSchlema"));
  private static final AreaCorrespondence FROM_2022_TO_2023 =
      crosswalk(
          "2022",
          "2023",
          same("Dresden"),
          same("AueBadSchlema"),
          merged("Ostrau", "Jahnatal"),
          merged("Zschaitz", "Jahnatal"));
  private static final AreaCorrespondence FROM_2016_TO_2023 =
      crosswalk(
          "2016",
          "2023",
          same("Dresden"),
          merged("Aue", "AueBadSchlema"),
          merged("Schlema", "AueBadSchlema"),
          merged("Ostrau", "Jahnatal"),
          merged("Zschaitz", "Jahnatal"));

  private static AreaTransfer transfer(String from, String to, AreaCorrespondence... crosswalks) {
    return CorrespondenceGraph.of(List.of(crosswalks))
        .find(LEVEL, from, to, POPULATION)
        .orElseThrow();
  }

  private static Part whole(String from) {
    return new Part(code(from), 1);
  }

  @Test
  void chainsJoinWhatEachStepJoins() {
    var found = transfer("2016", "2023", TO_2022, FROM_2022_TO_2023);
    assertThat(found.sources(code("AueBadSchlema")))
        .containsExactly(whole("Aue"), whole("Schlema"));
    assertThat(found.sources(code("Jahnatal"))).containsExactly(whole("Ostrau"), whole("Zschaitz"));
    assertThat(found.isUnchanged(code("Dresden"))).isTrue();
    assertThat(found.isUnchanged(code("Jahnatal"))).isFalse();
    assertThat(found.isConvertible(code("Jahnatal"))).isTrue();
  }

  @Test
  void aMergedAreaIsNeverSplitBackwards() {
    var found = transfer("2023", "2016", TO_2022, FROM_2022_TO_2023);
    assertThat(found.isUnchanged(code("Dresden"))).isTrue();
    for (var part : List.of("Aue", "Schlema", "Ostrau", "Zschaitz")) {
      assertThat(found.isConvertible(code(part))).as(part).isFalse();
      assertThat(found.sources(code(part))).as(part).isEmpty();
    }
  }

  @Test
  void backAndForthOverACommonEditionKeepsWhatIsTheSame() {
    // both crosswalks start in 2016; Aue-Bad Schlema has its parts in neither way apart
    var forth = transfer("2022", "2023", TO_2022, FROM_2016_TO_2023);
    assertThat(forth.sources(code("AueBadSchlema"))).containsExactly(whole("AueBadSchlema"));
    assertThat(forth.isUnchanged(code("AueBadSchlema"))).isTrue();
    assertThat(forth.sources(code("Jahnatal"))).containsExactly(whole("Ostrau"), whole("Zschaitz"));
    var back = transfer("2023", "2022", TO_2022, FROM_2016_TO_2023);
    assertThat(back.isUnchanged(code("AueBadSchlema"))).isTrue();
    assertThat(back.isConvertible(code("Ostrau"))).isFalse();
  }

  @Test
  void anAreaThatWasSplitIsThereAgainWhenItsPartsGoBackWhole() {
    var split = crosswalk("1", "2", link("A", "B", 0.3, 0.5), link("A", "C", 0.7, 0.5));
    var back = transfer("2", "1", split);
    assertThat(back.sources(code("A"))).containsExactly(whole("B"), whole("C"));
    assertThat(back.isConvertible(code("A"))).isTrue();
  }

  @Test
  void aPartThatMayLieInTwoAreasMakesBothUnknown() {
    var crosswalk =
        crosswalk(
            "1", "2", link("A", "X", 0.6, 0.3), link("A", "Y", 0.4, 0.7), link("B", "X", 1, 1));
    var back = transfer("2", "1", crosswalk);
    assertThat(back.isConvertible(code("A"))).isFalse();
    assertThat(back.isConvertible(code("B"))).isFalse();
  }

  @Test
  void sharesMultiplyAlongAChain() {
    var first = crosswalk("1", "2", link("A", "X", 0.6, 0.3), link("A", "Y", 0.4, 0.7));
    var second = crosswalk("2", "3", link("X", "P", 0.5, 1), link("X", "Q", 0.5, 0), same("Y"));
    var byPeople = transfer("1", "3", first, second);
    assertThat(byPeople.sources(code("P"))).containsExactly(new Part(code("A"), 0.3));
    assertThat(byPeople.sources(code("Q"))).containsExactly(new Part(code("A"), 0.3));
    var byArea =
        CorrespondenceGraph.of(List.of(first, second)).find(LEVEL, "1", "3", AREA).orElseThrow();
    assertThat(byArea.sources(code("P"))).containsExactly(new Part(code("A"), 0.3));
    assertThat(byArea.sources(code("Q"))).isEmpty();
    assertThat(byArea.isConvertible(code("Q"))).isFalse();
  }

  @Test
  void partsThatSplitAndJoinAgainAreTheWholeAgain() {
    var split =
        crosswalk(
            "1", "2", link("A", "X", 0.1, 0.1), link("A", "Y", 0.2, 0.2), link("A", "Z", 0.7, 0.7));
    var join = crosswalk("2", "3", merged("X", "A"), merged("Y", "A"), merged("Z", "A"));
    assertThat(transfer("1", "3", split, join).isUnchanged(code("A"))).isTrue();
  }

  @Test
  void anAreaWithAPartFromNowhereIsNotConvertible() {
    // Y of edition 2 has no link from edition 1, so J = X + Y would be half a sum
    var first = crosswalk("1", "2", same("X"));
    var second = crosswalk("2", "3", merged("X", "J"), merged("Y", "J"));
    assertThat(transfer("1", "3", first, second).isConvertible(code("J"))).isFalse();
  }

  @Test
  void forwardWaysComeBeforeShorterBackwardOnes() {
    var shortcut = crosswalk("2023", "2016", same("Dresden"), link("Jahnatal", "Ostrau", 1, 1));
    var found = transfer("2016", "2023", TO_2022, FROM_2022_TO_2023, shortcut);
    assertThat(found.sources(code("Jahnatal"))).hasSize(2);
  }

  @Test
  void ofTwoCrosswalksBetweenTheSameEditionsTheFirstDataSetHolds() {
    var second = new AreaCorrespondence("1", "2", LEVEL, "b", List.of(link("A", "Y", 1, 1)));
    var first = new AreaCorrespondence("1", "2", LEVEL, "a", List.of(link("A", "X", 1, 1)));
    var found = transfer("1", "2", second, first);
    assertThat(found.isUnchanged(code("X"))).isTrue();
    assertThat(found.isConvertible(code("Y"))).isFalse();
  }

  @Test
  void editionsWithoutCrosswalkAreNotConnected() {
    var graph = CorrespondenceGraph.of(List.of(TO_2022));
    assertThat(graph.connects(LEVEL, "2022", "2016")).isTrue();
    assertThat(graph.connects(LEVEL, "2016", "2030")).isFalse();
    assertThat(graph.connects("district", "2016", "2022")).isFalse();
    assertThat(graph.find(LEVEL, "2016", "2030", POPULATION)).isEmpty();
    assertThat(graph.levels()).containsExactly(LEVEL);
    assertThatThrownBy(() -> graph.find(LEVEL, "2016", "2016", POPULATION))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void coarserAreasFollowTheirMembers() {
    var before =
        hierarchy(
            area(LEVEL, "Ostrau", "association", "VG"),
            area(LEVEL, "Zschaitz", "association", "VG"),
            area(LEVEL, "Dresden", "association", "Dresden"),
            area(LEVEL, "AueBadSchlema", "association", "Aue"));
    var after =
        hierarchy(
            area(LEVEL, "Jahnatal", "association", "Jahnatal"),
            area(LEVEL, "Dresden", "association", "Dresden"),
            area(LEVEL, "AueBadSchlema", "association", "Aue"));
    var found =
        transfer("2022", "2023", FROM_2022_TO_2023).coarsened(LEVEL, "association", before, after);
    assertThat(found.isUnchanged(code("Jahnatal"))).isTrue();
    assertThat(found.sources(code("Jahnatal"))).containsExactly(whole("VG"));
    assertThat(found.isUnchanged(code("Dresden"))).isTrue();
  }

  @Test
  void coarserAreasThatExchangeMembersAreNotConvertible() {
    var before =
        hierarchy(
            area(LEVEL, "a", "district", "D"),
            area(LEVEL, "b", "district", "D"),
            area(LEVEL, "c", "district", "E"));
    var after =
        hierarchy(
            area(LEVEL, "a", "district", "D"),
            area(LEVEL, "b", "district", "E"),
            area(LEVEL, "c", "district", "E"));
    var found =
        transfer("1", "2", crosswalk("1", "2", same("a"), same("b"), same("c")))
            .coarsened(LEVEL, "district", before, after);
    assertThat(found.isConvertible(code("D"))).isFalse();
    assertThat(found.isConvertible(code("E"))).isFalse();
  }

  @Test
  void aGroupThatGainsOrLosesAMemberIsAnotherGroup() {
    var small = hierarchy(area(LEVEL, "a", "council", "C"), area(LEVEL, "b"));
    var large = hierarchy(area(LEVEL, "a", "council", "C"), area(LEVEL, "b", "council", "C"));
    var fine = transfer("1", "2", crosswalk("1", "2", same("a"), same("b")));
    assertThat(fine.coarsened(LEVEL, "council", small, large).isConvertible(code("C"))).isFalse();
    assertThat(fine.coarsened(LEVEL, "council", large, small).isConvertible(code("C"))).isFalse();
    assertThat(fine.coarsened(LEVEL, "council", large, large).isUnchanged(code("C"))).isTrue();
  }

  @Property
  void sharesOfEveryOldAreaSumToOneOverChains(
      @ForAll @Size(min = 1, max = 8) List<@Size(6) List<@IntRange(max = 5) Integer>> first,
      @ForAll @Size(min = 6, max = 6) List<@Size(6) List<@IntRange(max = 5) Integer>> second) {
    var found = transfer("1", "3", random("1", "2", first), random("2", "3", second));
    var sums = new TreeMap<AreaCode, Double>();
    for (int to = 0; to < 6; to++) {
      found.sources(code("3-" + to)).forEach(p -> sums.merge(p.from(), p.share(), Double::sum));
    }
    assertThat(sums).hasSize(first.size());
    assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-9)));
  }

  /** A crosswalk whose shares are proportional to weights; all on the first target if all are 0. */
  private static AreaCorrespondence random(String from, String to, List<List<Integer>> weights) {
    var links = new ArrayList<AreaCorrespondence.Link>();
    for (int i = 0; i < weights.size(); i++) {
      double sum = weights.get(i).stream().mapToInt(Integer::intValue).sum();
      for (int j = 0; j < 6; j++) {
        double share = sum == 0 ? (j == 0 ? 1 : 0) : weights.get(i).get(j) / sum;
        links.add(link(from + "-" + i, to + "-" + j, share, share));
      }
    }
    return new AreaCorrespondence(from, to, LEVEL, "random", links);
  }
}
