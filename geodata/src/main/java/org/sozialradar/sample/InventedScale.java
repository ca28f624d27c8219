package org.sozialradar.sample;

import java.util.List;
import java.util.Map;
import org.sozialradar.sample.InventedYear.Counts;

/**
 * What lies behind the answers of the invented survey: one hidden quantity for each scale of the
 * questionnaire.
 *
 * <p>Its level in a municipality is linear in five indicators of the sample, plus a share of the
 * levels of other scales, plus an effect of the municipality of known standard deviation. All are
 * in standard deviations of a single answer among people of one municipality and age. The story is
 * that of the project Sokapi-R: more disadvantage goes with weaker cohesion and attachment, and
 * these with less readiness to support.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists, maps and records cannot be changed
enum InventedScale {
  COHESION(
      new Effects(-0.16, 0.03, 0.08, 0.08, -0.08),
      Map.of(),
      0.16,
      new People(0.52, 0.7, new ByAge(-0.10, 0.0, 0.10)),
      List.of(
          new Question("cohesion_help", 0.35, 0.015),
          new Question("cohesion_close", -0.10, 0.02),
          new Question("cohesion_trust", 0.15, 0.02),
          Question.reversed("cohesion_apart", 0.25, 0.025),
          Question.reversed("cohesion_values", -0.15, 0.04))),
  CONTROL(
      new Effects(-0.14, 0.04, 0.06, 0.06, -0.08),
      Map.of(),
      0.16,
      new People(0.50, 0.6, new ByAge(-0.08, 0.02, 0.06)),
      List.of(
          new Question("control_truancy", -0.30, 0.05),
          new Question("control_graffiti", 0.30, 0.04),
          new Question("control_respect", -0.10, 0.04),
          new Question("control_fight", 0.45, 0.04),
          new Question("control_station", 0.25, 0.06))),
  ATTACHMENT(
      new Effects(-0.12, 0.10, 0.05, 0.06, -0.14),
      Map.of(),
      0.16,
      new People(0.56, 0.65, new ByAge(-0.30, 0.02, 0.22)),
      List.of(
          new Question("attachment_home", 0.70, 0.01),
          new Question("attachment_belong", 0.40, 0.015),
          new Question("attachment_miss", 0.35, 0.02),
          new Question("attachment_stay", 0.75, 0.02))),
  CONTACTS(
      new Effects(-0.04, 0.05, 0, 0.12, -0.10),
      Map.of(),
      0.14,
      new People(0.62, 0.5, new ByAge(-0.20, 0.02, 0.14)),
      List.of(
          new Question("contact_talk", 0.80, 0.01),
          new Question("contact_visit", -0.50, 0.015),
          new Question("contact_favour", 0.0, 0.015))),
  READINESS(
      new Effects(0, -0.04, 0, 0, 0),
      Map.of(COHESION, 0.5, ATTACHMENT, 0.4),
      0.12,
      new People(0.56, 0.75, new ByAge(0.05, 0.06, -0.12)),
      List.of(
          new Question("ready_flood", 0.65, 0.02),
          new Question("ready_rain", 0.45, 0.02),
          new Question("ready_power", 0.35, 0.025),
          new Question("ready_heat", 0.20, 0.03),
          new Question("ready_pandemic", 0.10, 0.03))),
  EXPECTED_HELP(
      new Effects(0, 0, 0, 0, 0),
      Map.of(COHESION, 0.7, CONTACTS, 0.2),
      0.10,
      new People(0.58, 0.7, new ByAge(-0.06, -0.02, 0.08)),
      List.of(
          new Question("expect_flood", 0.40, 0.04),
          new Question("expect_rain", 0.25, 0.04),
          new Question("expect_power", 0.15, 0.045),
          new Question("expect_heat", 0.0, 0.05),
          new Question("expect_pandemic", -0.10, 0.05))),
  TRUST(
      new Effects(-0.08, 0.05, 0.08, 0.02, -0.02),
      Map.of(),
      0.10,
      new People(0.54, 0.4, new ByAge(-0.10, -0.02, 0.10)),
      List.of(
          new Question("trust_fire", 1.20, 0.015),
          new Question("trust_rescue", 1.10, 0.015),
          new Question("trust_thw", 0.90, 0.07),
          new Question("trust_police", 0.20, 0.03)));

  /**
   * Change of a level with one typical deviation of an indicator from its middle; centres and
   * deviations are round figures near those of the invented tables.
   *
   * @param unemployment unemployed in % of the population of working age
   * @param ageing share of those of 65 years and older, %
   * @param turnout turnout, %
   * @param clubs clubs per 1000 inhabitants
   * @param moves moves per 1000 inhabitants
   */
  record Effects(double unemployment, double ageing, double turnout, double clubs, double moves) {
    double of(Counts counts) {
      double people = counts.population();
      return unemployment * (100.0 * counts.unemployed() / counts.workingAge() - 6) / 1.8
          + ageing * (100.0 * counts.over65() / people - 27) / 2.5
          + turnout * (100.0 * counts.voters() / counts.eligible() - 61) / 4.6
          + clubs * (1000.0 * counts.clubs() / people - 7) / 2.5
          + moves * (1000.0 * counts.moves() / people - 62) / 16;
    }
  }

  /**
   * How people of one municipality differ.
   *
   * @param shared share of an answer's variance that all questions of the scale share, 0..1
   * @param general correlation of that shared part with what all scales have in common, 0..1
   * @param byAge deviation of each age
   */
  record People(double shared, double general, ByAge byAge) {}

  /**
   * A question.
   *
   * @param id id of the item in the questionnaire
   * @param ease how much more agreement it finds than others, in standard deviations
   * @param unanswered share of respondents who do not answer it, 0..1
   * @param reversed whether much of the scale means a low answer
   */
  record Question(String id, double ease, double unanswered, boolean reversed) {
    Question(String id, double ease, double unanswered) {
      this(id, ease, unanswered, false);
    }

    static Question reversed(String id, double ease, double unanswered) {
      return new Question(id, ease, unanswered, true);
    }
  }

  private final Effects effects;
  private final Map<InventedScale, Double> parts;
  private final double ownDeviation;
  private final People people;
  private final List<Question> questions;

  InventedScale(
      Effects effects,
      Map<InventedScale, Double> parts,
      double ownDeviation,
      People people,
      List<Question> questions) {
    this.effects = effects;
    this.parts = parts;
    this.ownDeviation = ownDeviation;
    this.people = people;
    this.questions = questions;
  }

  Effects effects() {
    return effects;
  }

  /** How much of the levels of other scales, which come before it, goes into its own. */
  Map<InventedScale, Double> parts() {
    return parts;
  }

  /** Standard deviation of the effect that each municipality has for itself. */
  double ownDeviation() {
    return ownDeviation;
  }

  /** Variance of all effects of municipalities in its level, those of its parts included. */
  double areaVariance() {
    double variance = ownDeviation * ownDeviation;
    for (var part : parts.entrySet()) {
      variance += part.getValue() * part.getValue() * part.getKey().areaVariance();
    }
    return variance;
  }

  People people() {
    return people;
  }

  List<Question> questions() {
    return questions;
  }
}
