package org.sozialradar.sample;

import java.util.List;
import org.sozialradar.sample.ByAge.Age;
import org.sozialradar.sample.InventedScale.Effects;

/**
 * How safe people of the invented survey feel at night: one question beside the scales.
 *
 * <p>An answer is a normal deviate about the level of the municipality, cut at three points. The
 * level falls with unemployment and moves and rises with cohesion; recorded crime has no part in
 * it, so that the two differ as they do in real analyses. Draws come from seeds of their own: the
 * answers to all other questions are the same with and without it. Used by one thread at a time.
 */
final class InventedSafety {
  /** Id of the item in the questionnaire. */
  static final String QUESTION = "safe_night";

  /** Where a deviate becomes the next higher answer, of four. */
  static final List<Double> CUTS = List.of(-1.5, -0.6, 0.7);

  private static final long EFFECTS_SEED = 20_261_126L;
  private static final Effects EFFECTS = new Effects(-0.12, -0.03, 0.03, 0.02, -0.10);
  private static final double OF_COHESION = 0.3;
  private static final double OWN_DEVIATION = 0.18;
  private static final double UNANSWERED = 0.03;
  private static final ByAge BY_AGE = new ByAge(0.04, 0.06, -0.14);

  private final SurveyGround ground;
  private final int wave;
  private final double[] effects;
  private final SeededNormal random;

  /**
   * @param wave year of the wave
   * @param seed of the answers; what municipalities have of their own is the same in all waves
   */
  InventedSafety(SurveyGround ground, int wave, long seed) {
    this.ground = ground;
    this.wave = wave;
    effects = new SeededNormal(EFFECTS_SEED).next(ground.places());
    random = new SeededNormal(seed);
  }

  /** Level of somebody of an age in a municipality: the higher, the safer. */
  double level(int place, Age age) {
    return EFFECTS.of(ground.counts(wave).get(place))
        + OF_COHESION * ground.level(wave, InventedScale.COHESION, place)
        + OWN_DEVIATION * effects[place]
        + BY_AGE.of(age);
  }

  /** The next answer, 1 (very unsafe) to 4 (very safe), or a code for none. */
  String answer(int place, Age age, String none) {
    double deviate = level(place, age) + random.next();
    boolean open = random.uniform() < UNANSWERED;
    return open ? none : Long.toString(1 + CUTS.stream().filter(cut -> deviate > cut).count());
  }
}
