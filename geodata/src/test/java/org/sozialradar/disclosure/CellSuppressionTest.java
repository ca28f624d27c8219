package org.sozialradar.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sozialradar.disclosure.Town.district;
import static org.sozialradar.disclosure.Town.municipality;
import static org.sozialradar.disclosure.Town.state;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;

/** Small tables whose suppression was worked out by hand. */
class CellSuppressionTest {

  @Test
  void whereEveryCellHasTenRespondentsNothingIsSuppressed() {
    var town =
        new Town()
            .with(10, 0, municipality("a"), district("d"), state())
            .with(10, 1, municipality("b"), district("d"), state());

    assertThat(town.suppression().suppressed()).isEmpty();
  }

  /**
   * a has 4 respondents. With b hidden too, 8 of 16 said yes in a and b together: a lies between 0
   * and 1, b between (8 − 4)/12 and 8/12, 33 points apart.
   */
  @Test
  void aSmallCellTakesTheCheapestPartnerWithIt() {
    var town =
        new Town()
            .with(4, 0.5, municipality("a"), district("d"))
            .with(12, 0.5, municipality("b"), district("d"))
            .with(30, 0.5, municipality("c"), district("d"))
            .with(60, 0.5, municipality("e"), district("d"));

    var suppression = town.suppression();

    assertThat(suppression.suppressed()).containsExactly(municipality("a"), municipality("b"));
    assertThat(suppression.report().entries())
        .extracting(SuppressionReport.Entry::reason)
        .containsExactly(SuppressionReason.FEW_RESPONDENTS, SuppressionReason.UNION_TOO_SMALL);
    assertThat(suppression.report().linearPrograms()).isZero();
  }

  /** With b (20) alone, b would lie within 2/20 = 10 points; with c (30) 7; both are needed. */
  @Test
  void twoPartnersWhereOneWouldBeToldTooNarrowly() {
    var town =
        new Town()
            .with(2, 0.5, municipality("a"), district("d"))
            .with(20, 0.5, municipality("b"), district("d"))
            .with(30, 0.5, municipality("c"), district("d"))
            .with(200, 0.5, municipality("e"), district("d"));

    assertThat(town.suppression().suppressed())
        .containsExactly(municipality("a"), municipality("b"), municipality("c"));
  }

  /** a and b have 9 respondents together, whose mean would follow: c joins them. */
  @Test
  void aUnionOfNineIsTooSmall() {
    var town =
        new Town()
            .with(4, 0.5, municipality("a"), district("d"))
            .with(5, 0.4, municipality("b"), district("d"))
            .with(30, 0.5, municipality("c"), district("d"))
            .with(60, 0.5, municipality("e"), district("d"));

    assertThat(town.suppression().suppressed())
        .containsExactly(municipality("a"), municipality("b"), municipality("c"));
  }

  /** a and b have 10 respondents together and stay open among themselves: nothing more is lost. */
  @Test
  void aUnionOfTenIsEnough() {
    var town =
        new Town()
            .with(5, 0.4, municipality("a"), district("d"))
            .with(5, 0.4, municipality("b"), district("d"))
            .with(30, 0.5, municipality("c"), district("d"));

    assertThat(town.suppression().suppressed())
        .containsExactly(municipality("a"), municipality("b"));
  }

  /**
   * Nobody in the whole district said yes: every municipality of it would be known. With the
   * district hidden and b and c seen, the district could be told to 4/44 = 9 points, so b goes too.
   */
  @Test
  void aDistrictOfZeroPercentTellsItsSmallMunicipality() {
    var town =
        new Town()
            .with(4, 0, municipality("a"), district("d"))
            .with(20, 0, municipality("b"), district("d"))
            .with(20, 0, municipality("c"), district("d"));

    assertThat(town.suppression().suppressed())
        .containsExactly(district("d"), municipality("a"), municipality("b"));
  }

  @Test
  void zeroAndHundredPercentOfFewAreSuppressedLikeAnyOther() {
    var town =
        new Town()
            .with(9, 0, municipality("a"), district("d"))
            .with(9, 1, municipality("b"), district("d"))
            .with(30, 0.5, municipality("c"), district("d"));

    assertThat(town.suppression().suppressed())
        .containsExactly(municipality("a"), municipality("b"));
  }

  /** A town that is a district of its own is the same cell twice. */
  @Test
  void aTownThatIsItsOwnDistrictIsSuppressedOnBothLevels() {
    var town =
        new Town()
            .with(8, 0.5, municipality("a"), district("a"), state())
            .with(40, 0.5, municipality("b"), district("d"), state())
            .with(15, 0.5, municipality("c"), district("c"), state());

    assertThat(town.suppression().suppressed())
        .containsExactlyInAnyOrder(
            municipality("a"), district("a"), municipality("c"), district("c"));
  }

  /** Three respondents gave only their district: the district less its municipalities is them. */
  @Test
  void respondentsThatAreKnownOnlyByDistrictAreProtectedToo() {
    var town =
        new Town()
            .with(3, 1, district("d"))
            .with(12, 0.5, municipality("b"), district("d"))
            .with(30, 0.5, municipality("c"), district("d"));

    assertThat(town.suppression().suppressed()).containsExactly(municipality("b"));
  }

  /**
   * Two municipalities of 2016 are one in 2023: the new one less the large old one is the small.
   */
  @Test
  void aMergedMunicipalityDoesNotTellItsSmallPart() {
    var small = new CellKey(Town.WAVE, "2016", "municipality", new AreaCode("s"));
    var large = new CellKey(Town.WAVE, "2016", "municipality", new AreaCode("l"));
    var town =
        new Town().with(6, 0.5, small, municipality("m")).with(20, 0.5, large, municipality("m"));

    assertThat(town.suppression().suppressed()).containsExactly(large, small);
  }

  /** Twelve cells of one respondent each: who knows that each has one knows their sizes. */
  @Test
  void sizesThatWouldFollowFromTheNumberOfCellsAreProtected() {
    var town = new Town().with(40, 0.5, municipality("z"), district("d"));
    for (char letter = 'a'; letter < 'm'; letter++) {
      town.with(1, letter % 2, municipality("" + letter), district("d"));
    }

    var suppression = town.suppression();

    assertThat(suppression.suppressed()).contains(municipality("z")).hasSize(13);
    assertThat(suppression.report().counts()).containsEntry(SuppressionReason.SIZE_TOO_NARROW, 1L);
  }

  /** What is imprecise would be hidden anyway, so it is the partner although c is smaller. */
  @Test
  void cellsThatAreTooImpreciseToShowAreGivenUpFirst() {
    var town =
        new Town()
            .with(6, 0.5, municipality("a"), district("d"))
            .with(25, 0.5, municipality("b"), district("d"))
            .with(15, 0.5, municipality("c"), district("d"));
    var cells = town.builder().imprecise(municipality("b")).build();

    assertThat(CellSuppression.suppress(cells, SurveyRule.DEFAULT).suppressed())
        .containsExactly(municipality("a"), municipality("b"));
  }

  /** c was published before, so only b can still protect a, although c would cost less now. */
  @Test
  void whatWasPublishedBeforeIsKnown() {
    var town =
        new Town()
            .with(4, 0.5, municipality("a"), district("d"))
            .with(18, 0.5, municipality("b"), district("d"))
            .with(12, 0.5, municipality("c"), district("d"));
    var before = ReleasedCells.of(town, municipality("c"), district("d"));
    var builder = town.builder();
    before.forEach(builder::released);

    var suppression = CellSuppression.suppress(builder.build(), SurveyRule.DEFAULT);

    assertThat(suppression.suppressed()).containsExactly(municipality("a"), municipality("b"));
    assertThat(suppression.report().alreadyKnown()).isEmpty();
  }

  /** All but a was published before: it is out, and the report says so. */
  @Test
  void whatEarlierReleasesToldIsReported() {
    var town =
        new Town()
            .with(4, 0.5, municipality("a"), district("d"))
            .with(18, 0.5, municipality("b"), district("d"));
    var builder = town.builder();
    ReleasedCells.of(town, municipality("b"), district("d")).forEach(builder::released);

    var suppression = CellSuppression.suppress(builder.build(), SurveyRule.DEFAULT);

    assertThat(suppression.suppressed()).containsExactly(municipality("a"));
    assertThat(suppression.report().alreadyKnown())
        .extracting(AuditFinding::cell)
        .contains(municipality("a"));
  }

  @Test
  void otherRespondentsThanWhenItWasPublishedAreRefused() {
    var town = new Town().with(20, 0.5, municipality("a"), district("d"));
    var builder = town.builder().released(ReleasedCells.of(municipality("a"), 19));

    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            ReleaseConflictException.class,
            conflict ->
                assertThat(conflict.code())
                    .isEqualTo(ReleaseConflictException.Code.RESPONDENTS_CHANGED))
        .hasMessageNotContaining("19");
  }

  /** The audit finds what a publisher would overlook who hides only small cells. */
  @Test
  void theAuditFindsWhatFollows() {
    var town =
        new Town()
            .with(4, 0.25, municipality("a"), district("d"))
            .with(30, 0.5, municipality("b"), district("d"));

    var findings =
        SuppressionAudit.audit(town.cells(), Set.of(municipality("a")), SurveyRule.DEFAULT);

    assertThat(findings)
        .extracting(AuditFinding::reason)
        .contains(SuppressionReason.UNION_TOO_SMALL, SuppressionReason.SIZE_TOO_NARROW);
    assertThat(
            SuppressionAudit.audit(
                town.cells(), town.suppression().suppressed(), SurveyRule.DEFAULT))
        .isEmpty();
  }

  /** Two results of one family: too few answers to one of them hide the cell for both. */
  @Test
  void resultsOfAFamilyAreSuppressedAlike() {
    var results = List.of(Town.SAFE, ResultRange.scale("cohesion", 1, 5));
    var builder = ReleaseCells.builder(results);
    builder.respondents(
        Set.of(municipality("a"), district("d")),
        List.of(new AnswerSums(12, 12, 6, 6), new AnswerSums(9, 9, 27, 90)));
    builder.respondents(
        Set.of(municipality("b"), district("d")),
        List.of(new AnswerSums(14, 14, 7, 7), new AnswerSums(14, 14, 42, 140)));
    builder.respondents(
        Set.of(municipality("c"), district("d")),
        List.of(new AnswerSums(90, 90, 45, 45), new AnswerSums(90, 90, 270, 900)));

    assertThat(CellSuppression.suppress(builder.build(), SurveyRule.DEFAULT).suppressed())
        .containsExactly(municipality("a"), municipality("b"));
  }

  /** Everybody in a and b answered 3, which the interval of a and b together tells. */
  @Test
  void answersThatDoNotVaryTellTheMeanOfEveryPart() {
    var builder = ReleaseCells.builder(List.of(ResultRange.scale("cohesion", 1, 5)));
    builder.respondents(
        Set.of(municipality("a"), district("d")), List.of(new AnswerSums(8, 8, 24, 72)));
    builder.respondents(
        Set.of(municipality("b"), district("d")), List.of(new AnswerSums(12, 12, 36, 108)));
    builder.respondents(
        Set.of(municipality("c"), district("d")), List.of(new AnswerSums(20, 20, 60, 220)));

    assertThat(CellSuppression.suppress(builder.build(), SurveyRule.DEFAULT).suppressed())
        .containsExactly(municipality("a"), municipality("c"));
  }

  @Test
  void theSameCellsInAnyOrderGiveTheSameSuppression() {
    var town = new Town();
    var reversed = new Town();
    for (int i = 0; i < 30; i++) {
      town.with(1 + i * 7 % 23, i % 5 / 4.0, municipality("m" + i), district("d" + i % 4), state());
    }
    for (int i = town.respondents.size() - 1; i >= 0; i--) {
      reversed.respondents.add(town.respondents.get(i));
    }

    assertThat(new TreeSet<>(reversed.suppression().suppressed()))
        .isEqualTo(new TreeSet<>(town.suppression().suppressed()));
  }
}
