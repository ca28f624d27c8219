package org.sozialradar.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Indicator;

/** Items, scales and proportions, what they make of answers, and what a questionnaire refuses. */
class QuestionnaireTest {
  private static final LocalizedText TEXT = new LocalizedText("Deutsch", "English");
  private static final Indicator.Polarity MORE = Indicator.Polarity.POSITIVE;
  private static final AreaLink AREA = new AreaLink.Key("ags", "municipality", "2023");

  private static Item item(String id, int answers, boolean reverse) {
    var codes =
        IntStream.rangeClosed(1, answers)
            .mapToObj(code -> new Answer(Integer.toString(code), TEXT))
            .toList();
    return new Item(id, id.toUpperCase(java.util.Locale.ROOT), TEXT, codes, reverse, List.of("-9"));
  }

  private static Scale scale(String id, Scale.Kind kind, String... parts) {
    return new Scale(id, TEXT, TEXT, kind, List.of(parts), Scale.LEAST_ANSWERED, MORE);
  }

  private static Proportion proportion(String id, String item, String... codes) {
    return new Proportion(id, TEXT, TEXT, item, List.of(codes), MORE);
  }

  private static Questionnaire questionnaire(
      List<Item> items, List<Scale> scales, List<Proportion> proportions) {
    return questionnaire(items, scales, proportions, SurveyDesign.SIMPLE);
  }

  private static Questionnaire questionnaire(
      List<Item> items, List<Scale> scales, List<Proportion> proportions, SurveyDesign design) {
    var theme = new Indicator.Theme("survey", TEXT);
    return new Questionnaire("sozialraum", TEXT, theme, items, scales, proportions, design, AREA);
  }

  private static Questionnaire efficacy() {
    var items = new ArrayList<Item>();
    for (int i = 1; i <= 5; i++) {
      items.add(item("trust" + i, 5, i > 3));
      items.add(item("act" + i, 5, false));
    }
    return questionnaire(
        items,
        List.of(
            scale("cohesion", Scale.Kind.ITEMS, "trust1", "trust2", "trust3", "trust4", "trust5"),
            scale("control", Scale.Kind.ITEMS, "act1", "act2", "act3", "act4", "act5"),
            scale("efficacy", Scale.Kind.SCALES, "cohesion", "control")),
        List.of(proportion("would_help", "trust1", "4", "5")));
  }

  /** Answers of one respondent per string: a digit is a code, a blank no answer. */
  private static AnswerSource answers(String... respondents) {
    var order = efficacy().items().stream().map(Item::id).sorted().toList();
    return item -> {
      var column = new byte[respondents.length];
      for (int r = 0; r < column.length; r++) {
        int at = order.indexOf(item.id());
        column[r] = item.position(respondents[r].substring(at, at + 1));
      }
      return column;
    };
  }

  private static void refused(String code, String field, Runnable making) {
    var refused = catchThrowableOfType(InvalidQuestionnaireException.class, making::run);
    assertThat(refused).as(code).isNotNull();
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused.text().de()).isNotBlank();
  }

  @Test
  void readsCellsAsPositions() {
    Item item = item("trust", 5, false);
    assertThat(item.position(" 3 ")).isEqualTo((byte) 2);
    assertThat(item.position("")).isEqualTo(Item.NO_ANSWER);
    assertThat(item.position("-9")).isEqualTo(Item.NO_ANSWER);
    assertThat(item.position("6")).isEqualTo(Item.UNKNOWN_CODE);
    assertThat(item.position("03")).isEqualTo(Item.UNKNOWN_CODE);
  }

  @Test
  void reversedItemsCountFromTheOtherEnd() {
    Item reversed = item("conflict", 5, true);
    assertThat(IntStream.range(0, 5).mapToDouble(reversed::score).toArray())
        .containsExactly(5, 4, 3, 2, 1);
    assertThat(reversed.score(Item.NO_ANSWER)).isNaN();
    assertThat(item("plain", 7, false).score(6)).isEqualTo(7);
  }

  @Test
  void scalesAreMeansOfAnsweredItemsIfFourFifthsAreAnswered() {
    // Items in the order act1..act5, trust1..trust5; trust4 and trust5 are reversed.
    var scores =
        new ScaleScores(
            efficacy(), answers("1111155511", "12345 5511", "12 4  5511", "1234512  5"));
    assertThat(scores.scale(efficacy().scale("control"))).containsExactly(1, 3, Double.NaN, 3);
    // Reversed answers turn 1 into 5; the last respondent answered three of five.
    assertThat(scores.scale(efficacy().scale("cohesion"))).containsExactly(5, 5, 5, Double.NaN);
    assertThat(scores.scale(efficacy().scale("efficacy")))
        .containsExactly(3, 4, Double.NaN, Double.NaN);
  }

  @Test
  void proportionsCountThoseWhoAnswered() {
    var scores =
        new ScaleScores(
            efficacy(), answers("1111155511", "12345 5511", "12 4 35511", "1234542  5"));
    assertThat(scores.proportion(efficacy().proportions().get(0)))
        .containsExactly(1, Double.NaN, 0, 1);
  }

  @Test
  void knowsItemsAndRangesOfScales() {
    var efficacy = efficacy();
    assertThat(efficacy.itemsOf(efficacy.scale("efficacy"))).hasSize(10);
    assertThat(efficacy.range(efficacy.scale("efficacy"))).isEqualTo(new ScoreRange(1, 5));
    assertThat(efficacy.findItem("nothing")).isEmpty();
    assertThatThrownBy(() -> efficacy.item("nothing")).hasMessageContaining("nothing");
    assertThat(efficacy.scale("control").leastAnsweredParts()).isEqualTo(4);
    assertThat(efficacy.scale("efficacy").leastAnsweredParts()).isEqualTo(2);
  }

  @Test
  void itemsRefuseWhatContradicts() {
    refused("id-invalid", "id", () -> item("Trust", 5, false));
    refused("answers-too-few", "answers", () -> item("trust", 1, false));
    refused("too-many-entries", "answers", () -> item("trust", 101, false));
    var yes = new Answer("yes", TEXT);
    var no = new Answer("no", TEXT);
    refused(
        "answer-code-twice",
        "answers/2/code",
        () -> new Item("a", "A", TEXT, List.of(yes, no, yes), false, List.of()));
    refused(
        "missing-code-is-answer",
        "missingCodes/1",
        () -> new Item("a", "A", TEXT, List.of(yes, no), false, List.of("-1", "no")));
    refused(
        "item-not-numeric",
        "reverse",
        () -> new Item("a", "A", TEXT, List.of(yes, no), true, List.of()));
    refused(
        "column-missing",
        "column",
        () -> new Item("a", " ", TEXT, List.of(yes, no), false, List.of()));
    refused("answer-code-invalid", "code", () -> new Answer(" 1", TEXT));
  }

  @Test
  void scalesRefuseWhatContradicts() {
    refused("scale-too-short", "parts", () -> scale("s", Scale.Kind.ITEMS, "a"));
    refused("scale-part-twice", "parts/1", () -> scale("s", Scale.Kind.ITEMS, "a", "a"));
    refused(
        "share-out-of-range",
        "leastAnswered",
        () -> new Scale("s", TEXT, TEXT, Scale.Kind.ITEMS, List.of("a", "b"), 0, MORE));
    var items = List.of(item("a", 5, false), item("b", 5, false), item("c", 7, false));
    refused(
        "item-unknown",
        "scales/0/parts/1",
        () -> questionnaire(items, List.of(scale("s", Scale.Kind.ITEMS, "a", "x")), List.of()));
    refused(
        "scale-ranges-differ",
        "scales/0/parts/1",
        () -> questionnaire(items, List.of(scale("s", Scale.Kind.ITEMS, "a", "c")), List.of()));
    var inner = scale("inner", Scale.Kind.ITEMS, "a", "b");
    var other = scale("other", Scale.Kind.ITEMS, "a", "b");
    var middle = scale("middle", Scale.Kind.SCALES, "inner", "other");
    refused(
        "scale-unknown",
        "scales/1/parts/1",
        () ->
            questionnaire(
                items, List.of(inner, scale("s", Scale.Kind.SCALES, "inner", "x")), List.of()));
    refused(
        "scale-nested",
        "scales/3/parts/0",
        () ->
            questionnaire(
                items,
                List.of(inner, other, middle, scale("s", Scale.Kind.SCALES, "middle", "inner")),
                List.of()));
  }

  @Test
  void questionnairesRefuseWhatContradicts() {
    var items = List.of(item("a", 2, false), item("b", 2, false));
    var share = proportion("share", "a", "1");
    refused("nothing-to-estimate", "", () -> questionnaire(items, List.of(), List.of()));
    refused(
        "id-twice",
        "items/1/id",
        () -> questionnaire(List.of(items.get(0), items.get(0)), List.of(), List.of(share)));
    refused(
        "id-twice",
        "proportions/0/id",
        () ->
            questionnaire(
                items, List.of(scale("share", Scale.Kind.ITEMS, "a", "b")), List.of(share)));
    refused(
        "code-unknown",
        "proportions/0/codes/1",
        () -> questionnaire(items, List.of(), List.of(proportion("p", "a", "1", "3"))));
    refused(
        "codes-all",
        "proportions/0/codes",
        () -> questionnaire(items, List.of(), List.of(proportion("p", "a", "1", "2"))));
    refused(
        "item-unknown",
        "proportions/0/item",
        () -> questionnaire(items, List.of(), List.of(proportion("p", "x", "1"))));
    refused("codes-missing", "codes", () -> proportion("p", "a"));
    refused(
        "column-twice",
        "items/1/column",
        () ->
            questionnaire(
                items,
                List.of(),
                List.of(share),
                new SurveyDesign("B", "", "", "", LonelyUnits.REFUSE)));
  }

  @Test
  void areaLinksRefuseWhatContradicts() {
    refused("area-link-invalid", "column", () -> new AreaLink.Key("", "municipality", "2023"));
    refused("area-link-invalid", "level", () -> new AreaLink.Key("ags", "Gemeinde", "2023"));
    refused(
        "area-link-invalid",
        "crs",
        () -> new AreaLink.Place("x", "y", "UTM33", "municipality", "2023"));
    refused(
        "area-link-invalid",
        "y",
        () -> new AreaLink.Place("x", "x", "EPSG:25833", "municipality", "2023"));
    refused(
        "area-link-invalid",
        "crosswalk",
        () -> new AreaLink.Postcode("plz", " ", "municipality", "2023"));
  }

  @Test
  void missingCodesOutsideTheAnswersDoNoHarm() {
    var item = item("a", 3, false);
    assertThat(item.missingCodes()).containsExactly("-9");
    assertThat(item.range()).isEqualTo(new ScoreRange(1, 3));
  }
}
