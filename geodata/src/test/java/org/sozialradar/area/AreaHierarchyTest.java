package org.sozialradar.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sozialradar.area.AreaFixtures.area;
import static org.sozialradar.area.AreaFixtures.code;
import static org.sozialradar.area.AreaFixtures.hierarchy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AreaHierarchyTest {
  private final AreaHierarchy saxony =
      hierarchy(
          area("state", "14"),
          area("district", "14511", "state", "14"),
          area("district", "14729", "state", "14"),
          area("municipality", "14511000", "state", "14", "district", "14511"),
          area(
              "municipality",
              "14729410",
              "state",
              "14",
              "district",
              "14729",
              "association",
              "147290410",
              "council",
              "wurzener-land"),
          area("municipality", "14729030", "state", "14", "district", "14729"),
          area("council", "wurzener-land", "state", "14"));

  @Test
  void levelsRunFromCoarseToFine() {
    assertThat(saxony.levels())
        .containsExactly("state", "association", "council", "district", "municipality");
    assertThat(saxony.ownLevels())
        .containsExactlyInAnyOrder("state", "district", "municipality", "council");
  }

  @Test
  void membersAreFoundOverAnyNumberOfLevels() {
    assertThat(saxony.members("state", code("14"), "municipality"))
        .containsExactly(code("14511000"), code("14729030"), code("14729410"));
    assertThat(saxony.members("council", code("wurzener-land"), "municipality"))
        .containsExactly(code("14729410"));
    assertThat(saxony.members("district", code("14729"), "council")).isEmpty();
    assertThat(saxony.members("district", code("99"), "municipality")).isEmpty();
  }

  @Test
  void ancestorsNeedNoAreasOfTheirOwn() {
    assertThat(saxony.findAncestor("municipality", code("14729410"), "association"))
        .contains(code("147290410"));
    assertThat(saxony.codes("association")).containsExactly(code("147290410"));
    assertThat(saxony.members("association", code("147290410"), "municipality"))
        .containsExactly(code("14729410"));
    assertThat(saxony.findAncestor("municipality", code("14511000"), "association")).isEmpty();
    assertThat(saxony.findAncestor("municipality", code("00000000"), "district")).isEmpty();
  }

  @Test
  void levelsKnowTheirCoarserAndFinerOnes() {
    assertThat(saxony.coarserThan("municipality"))
        .containsExactly("association", "council", "district", "state");
    assertThat(saxony.finerThan("state")).containsExactly("council", "district", "municipality");
    assertThat(saxony.finerThan("municipality")).isEmpty();
    assertThat(saxony.codes("quarter")).isEmpty();
  }

  @Test
  void onlyANumberOfInhabitantsProvesThatNobodyLivesThere() {
    var found =
        hierarchy(
            area("municipality", "09171444", Map.of("EWZ", "0")),
            area("municipality", "03351501", Map.of("EWZ", "748")),
            area("municipality", "03351502"));
    assertThat(found.isKnownToBeUninhabited("municipality", code("09171444"))).isTrue();
    assertThat(found.isKnownToBeUninhabited("municipality", code("03351501"))).isFalse();
    assertThat(found.isKnownToBeUninhabited("municipality", code("03351502"))).isFalse();
  }

  @Test
  void oneCodeTwiceOnALevelIsRejected() {
    var twice = new Area[] {area("municipality", "1"), area("municipality", "1")};
    assertThatThrownBy(() -> hierarchy(twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two areas 1");
  }
}
