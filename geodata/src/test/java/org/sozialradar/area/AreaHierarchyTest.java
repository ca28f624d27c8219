package org.sozialradar.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sozialradar.area.AreaFixtures.area;
import static org.sozialradar.area.AreaFixtures.code;
import static org.sozialradar.area.AreaFixtures.hierarchy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

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

  private static Area box(
      String level, String code, double west, double east, String... ancestors) {
    var known = area(level, code, ancestors);
    return new Area(
        known.code(),
        level,
        known.name(),
        "",
        known.ancestors(),
        Map.of(),
        new GeometryFactory().toGeometry(new Envelope(west, east, 51, 51.1)));
  }

  /** A district of two towns, the western of two quarters. */
  private static AreaHierarchy quartered(double endOfQuarters) {
    return hierarchy(
        box("district", "1", 13, 13.4),
        box("municipality", "1w", 13, 13.2, "district", "1"),
        box("municipality", "1e", 13.2, 13.4, "district", "1"),
        box("quarter", "w1", 13, 13.1, "district", "1", "municipality", "1w"),
        box("quarter", "w2", 13.1, endOfQuarters, "district", "1", "municipality", "1w"),
        box("quarter", "e1", 13.2, 13.4, "district", "1", "municipality", "1e"));
  }

  @Test
  void someQuartersDoNotMakeUpTheirTownNorItsDistrict() {
    for (double end : new double[] {13.2, 13.1965}) {
      assertThat(quartered(end).isMadeUp("municipality", code("1w"), "quarter")).isTrue();
      assertThat(quartered(end).isMadeUp("district", code("1"), "quarter")).isTrue();
    }
    for (double end : new double[] {13.1001, 13.195}) {
      assertThat(quartered(end).isMadeUp("municipality", code("1w"), "quarter")).isFalse();
      assertThat(quartered(end).isMadeUp("municipality", code("1e"), "quarter")).isTrue();
      assertThat(quartered(end).isMadeUp("district", code("1"), "quarter")).isFalse();
      assertThat(quartered(end).isMadeUp("district", code("1"), "municipality")).isTrue();
    }
  }

  @Test
  void oneCodeTwiceOnALevelIsRejected() {
    var twice = new Area[] {area("municipality", "1"), area("municipality", "1")};
    assertThatThrownBy(() -> hierarchy(twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two areas 1");
  }
}
