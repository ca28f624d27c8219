package org.sozialradar.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnNamesTest {
  private static final List<String> LEVELS =
      List.of("state", "joint-council", "name", "trust-status");

  @Test
  void indicatorsAreCalledByTheirIds() {
    var names = ColumnNames.of(List.of("trust", "trust_in_police", "level", "lower"), LEVELS);
    assertThat(names.get("trust_in_police")).isEqualTo("trust_in_police");
    assertThat(names.get("level")).isEqualTo("level");
  }

  @Test
  void columnsOfAreasAreTheirs() {
    var names =
        ColumnNames.of(List.of("state", "joint_council", "code", "geometry", "free"), LEVELS);
    assertThat(names.renamed()).containsOnlyKeys("state", "joint_council", "code", "geometry");
    assertThat(names.findClash("joint_council")).contains("joint_council");
    assertThat(ColumnNames.of(List.of("trust"), LEVELS).findClash("trust"))
        .contains("trust_status");
    assertThat(ColumnNames.of(List.of("level_name"), LEVELS).findClash("level_name"))
        .contains("level_name");
    assertThat(ColumnNames.ofLevel("name")).isEqualTo("level_name");
  }

  @Test
  void columnsOfAnotherIndicatorAreTheirs() {
    for (var id :
        List.of(
            "a_lower",
            "a_example",
            "a_2022",
            "a_2024_06_09",
            "a_2022_status",
            "a_2024_06_09_upper")) {
      assertThat(ColumnNames.of(List.of("a", id), LEVELS).findClash(id)).as(id).contains("a");
    }
    for (var id : List.of("a_lowest", "a_20", "a_2024_06", "a_lower_end", "b_lower")) {
      assertThat(ColumnNames.of(List.of("a", id), LEVELS).findClash(id)).as(id).isEmpty();
    }
  }

  @Test
  void noTwoColumnsHaveOneNameWhateverTheIdsAre() {
    var ids =
        List.of(
            "state",
            "state_lower",
            "state_indicator",
            "state_indicator_lower",
            "a",
            "a_2022",
            "a_2022_lower",
            "a_2022_indicator_2022",
            "a_lower",
            "a_lower_upper",
            "a_lower_indicator_upper",
            "name");
    var names = ColumnNames.of(ids, LEVELS);
    var seen = new HashSet<String>(List.of("state", "joint_council", "name", "code", "level_name"));
    for (var id : ids) {
      for (var period : List.of("", "_2022", "_2024_06_09")) {
        assertThat(seen.add(names.get(id) + period)).as(id + period).isTrue();
        for (var ending : ColumnNames.ENDINGS) {
          String column = names.get(id) + period + ending;
          assertThat(seen.add(column)).as(column + " of " + id).isTrue();
        }
      }
    }
  }
}
