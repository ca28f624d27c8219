package org.sozialradar.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.ReferencePeriod;

/** Releases of the size of a state: 418 municipalities, 13 districts, 30 results, three waves. */
class LargeReleaseTest {
  private static final int RESULTS = 30;

  private record Place(ReferencePeriod wave, int municipality, String group, boolean joint) {
    List<CellKey> cells(boolean groups) {
      var cells = new ArrayList<CellKey>();
      addLevels(cells, "");
      if (groups) {
        addLevels(cells, group);
      }
      if (joint) {
        cells.add(key("2023", "joint-council", "j" + municipality / 6, ""));
      }
      int merged = municipality % 60 == 1 ? municipality - 1 : municipality;
      cells.add(key("2016", "municipality", "m" + municipality, ""));
      cells.add(key("2023", "municipality", "m" + merged, ""));
      return cells;
    }

    private void addLevels(List<CellKey> cells, String ofGroup) {
      if (!ofGroup.isEmpty()) {
        cells.add(key("2016", "municipality", "m" + municipality, ofGroup));
      }
      cells.add(key("2023", "district", "d" + municipality / 33, ofGroup));
      cells.add(key("2023", "state", "14", ofGroup));
    }

    private CellKey key(String edition, String level, String area, String ofGroup) {
      return new CellKey(wave, edition, level, new AreaCode(area), ofGroup);
    }
  }

  private static ReleaseCells release(boolean groups) {
    var random = new SplittableRandom(7);
    var results = new ArrayList<ResultRange>();
    for (int i = 0; i < RESULTS; i++) {
      results.add(i % 2 == 0 ? ResultRange.proportion("p" + i) : ResultRange.scale("s" + i, 1, 5));
    }
    var builder = ReleaseCells.builder(results);
    for (int year = 2018; year <= 2022; year += 2) {
      for (int municipality = 0; municipality < 418; municipality++) {
        int respondents = size(random, municipality);
        for (int i = 0; i < respondents; i++) {
          var place =
              new Place(
                  ReferencePeriod.ofYear(year),
                  municipality,
                  random.nextInt(2) == 0 ? "women" : "men",
                  municipality % 7 < 3);
          builder.respondents(place.cells(groups), answers(random, results));
        }
      }
    }
    return builder.build();
  }

  /** Towns, villages and places without respondents, about 5000 in all. */
  private static int size(SplittableRandom random, int municipality) {
    if (municipality % 40 == 0) {
      return 100 + random.nextInt(200);
    }
    return municipality % 3 == 0 ? 3 + random.nextInt(35) : random.nextInt(12);
  }

  private static List<AnswerSums> answers(SplittableRandom random, List<ResultRange> results) {
    double weight = 0.5 + random.nextDouble();
    var answers = new ArrayList<AnswerSums>();
    for (var result : results) {
      boolean refused = random.nextInt(20) == 0;
      double answer =
          result.kind() == ResultRange.Kind.PROPORTION ? random.nextInt(2) : 1 + random.nextInt(5);
      answers.add(refused ? AnswerSums.NONE : AnswerSums.of(weight, answer));
    }
    return answers;
  }

  @Test
  void levelsEditionsAndJointAreasOfThreeWavesPassTheAudit() {
    check(release(false));
  }

  @Test
  void groupsBesidesPassTheAudit() {
    check(release(true));
  }

  private static void check(ReleaseCells cells) {
    var suppression = CellSuppression.suppress(cells, SurveyRule.DEFAULT);
    assertThat(suppression.report().alreadyKnown()).isEmpty();
    assertThat(
            SuppressionAudit.audit(
                cells, new HashSet<>(suppression.suppressed()), SurveyRule.DEFAULT))
        .isEmpty();
    var shown = new HashSet<>(cells.keys());
    shown.removeAll(suppression.suppressed());
    assertThat(shown).anyMatch(key -> key.level().equals("municipality"));
    assertThat(shown).filteredOn(key -> key.level().equals("state")).isNotEmpty();
  }
}
