package org.sozialradar.disclosure;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.NClass;
import org.sozialradar.indicator.ObservationStatus;

/**
 * The thresholds by which results of surveys are published; stored with every release as {@link
 * #toMap()}.
 *
 * <p>Shares of a scale refer to the distance between its least and its largest possible value;
 * proportions are a scale from 0 to 1.
 *
 * @param minRespondents a direct result rests on at least so many respondents, also 0 % and 100 %;
 *     so does every union of suppressed cells that follows from what is published; 3..1000
 * @param minCells such a union has at least so many cells; 2..100
 * @param minSizes the number of respondents of a suppressed cell stays open among at least so many
 *     values; 2..1000
 * @param proportionBound nobody can tell a suppressed proportion more narrowly than ± this; above
 *     0, up to 0.5
 * @param scaleBound nobody can tell a suppressed mean more narrowly than ± this share of its scale
 * @param proportionLimited a proportion whose interval is wider is of limited precision
 * @param proportionHidden a proportion whose interval is wider is too imprecise to show
 * @param scaleLimited a mean whose interval is wider than this share of its scale is of limited
 *     precision
 * @param scaleHidden a mean whose interval is wider than this share of its scale is too imprecise
 * @param proportionStep proportions of fewer than 250 respondents are rounded to the power of ten
 *     that is nearest to this step, their intervals outwards; others to a tenth of it
 * @param scaleStep the same for means, as a share of the scale: 0.0025 gives two decimals on a
 *     scale from 1 to 5
 */
public record SurveyRule(
    int minRespondents,
    int minCells,
    int minSizes,
    double proportionBound,
    double scaleBound,
    double proportionLimited,
    double proportionHidden,
    double scaleLimited,
    double scaleHidden,
    double proportionStep,
    double scaleStep) {
  /** 10 respondents, 2 cells, ±10 points or ±10 % of the scale. */
  public static final SurveyRule DEFAULT =
      new SurveyRule(10, 2, 3, 0.10, 0.10, 0.20, 0.40, 0.10, 0.25, 0.01, 0.0025);

  public SurveyRule {
    require(isWithin(minRespondents, 3, 1000), "minRespondents", minRespondents, "3..1000");
    require(isWithin(minCells, 2, 100), "minCells", minCells, "2..100");
    require(isWithin(minSizes, 2, 1000), "minSizes", minSizes, "2..1000");
    requireShare(proportionBound, 0.5, "proportionBound");
    requireShare(scaleBound, 0.5, "scaleBound");
    requireShare(proportionHidden, 1, "proportionHidden");
    requireShare(proportionLimited, proportionHidden, "proportionLimited");
    requireShare(scaleHidden, 1, "scaleHidden");
    requireShare(scaleLimited, scaleHidden, "scaleLimited");
    requireShare(proportionStep, 0.1, "proportionStep");
    requireShare(scaleStep, 0.1, "scaleStep");
  }

  private static boolean isWithin(int value, int least, int most) {
    return value >= least && value <= most;
  }

  private static void requireShare(double value, double most, String name) {
    require(value > 0 && value <= most, name, value, "> 0, ≤ " + most);
  }

  private static void require(boolean holds, String name, double value, String range) {
    if (!holds) {
      throw new InvalidRuleException(name, value, range);
    }
  }

  /**
   * This rule, in nothing weaker than another: what protects respondents is the stricter of the
   * two. How precise a value must be to be shown is left as it is.
   *
   * @param floor what must hold at least
   */
  public SurveyRule noWeakerThan(SurveyRule floor) {
    return new SurveyRule(
        Math.max(minRespondents, floor.minRespondents),
        Math.max(minCells, floor.minCells),
        Math.max(minSizes, floor.minSizes),
        Math.max(proportionBound, floor.proportionBound),
        Math.max(scaleBound, floor.scaleBound),
        proportionLimited,
        proportionHidden,
        scaleLimited,
        scaleHidden,
        Math.max(proportionStep, floor.proportionStep),
        Math.max(scaleStep, floor.scaleStep));
  }

  /** All thresholds by name, for a file or a store. */
  public SortedMap<String, Double> toMap() {
    var map = new TreeMap<String, Double>();
    map.put("minRespondents", (double) minRespondents);
    map.put("minCells", (double) minCells);
    map.put("minSizes", (double) minSizes);
    map.put("proportionBound", proportionBound);
    map.put("scaleBound", scaleBound);
    map.put("proportionLimited", proportionLimited);
    map.put("proportionHidden", proportionHidden);
    map.put("scaleLimited", scaleLimited);
    map.put("scaleHidden", scaleHidden);
    map.put("proportionStep", proportionStep);
    map.put("scaleStep", scaleStep);
    return map;
  }

  /**
   * The rule with these thresholds; those that are not named are the default's.
   *
   * @throws InvalidRuleException for a value out of its range
   * @throws IllegalArgumentException for a name that is no threshold
   */
  public static SurveyRule of(Map<String, Double> thresholds) {
    var map = DEFAULT.toMap();
    var unknown = new TreeSet<>(thresholds.keySet());
    unknown.removeAll(map.keySet());
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("survey rule: no such threshold: " + unknown);
    }
    map.putAll(thresholds);
    return new SurveyRule(
        whole(map, "minRespondents"),
        whole(map, "minCells"),
        whole(map, "minSizes"),
        map.get("proportionBound"),
        map.get("scaleBound"),
        map.get("proportionLimited"),
        map.get("proportionHidden"),
        map.get("scaleLimited"),
        map.get("scaleHidden"),
        map.get("proportionStep"),
        map.get("scaleStep"));
  }

  private static int whole(Map<String, Double> map, String name) {
    double value = map.get(name);
    require(value == Math.rint(value) && Math.abs(value) < 1e9, name, value, "1, 2, 3 …");
    return (int) value;
  }

  /** The least width of what may be known about a suppressed value, in the result's unit. */
  double leastWidth(ResultRange range) {
    return 2 * range.width() * (isProportion(range) ? proportionBound : scaleBound);
  }

  /**
   * How precise an estimate is.
   *
   * @throws IllegalArgumentException if it has no value or no interval
   */
  public Precision precision(ResultRange range, Estimate estimate) {
    if (!estimate.hasInterval()) {
      throw new IllegalArgumentException(range.id() + ": a direct result needs an interval");
    }
    double width = (estimate.upper() - estimate.lower()) / range.width();
    if (width > (isProportion(range) ? proportionHidden : scaleHidden)) {
      return Precision.TOO_IMPRECISE;
    }
    return width > (isProportion(range) ? proportionLimited : scaleLimited)
        ? Precision.LIMITED
        : Precision.PRECISE;
  }

  /**
   * An estimate as it is published: value rounded, interval rounded outwards, so that neither tells
   * the number of respondents.
   */
  Estimate rounded(ResultRange range, int respondents, Estimate exact, ObservationStatus status) {
    double step = range.width() * (isProportion(range) ? proportionStep : scaleStep);
    long digits = -Math.round(Math.log10(step)) + (respondents < NClass.FROM_250.least() ? 0 : 1);
    double parts = Math.pow(10, (double) digits);
    double value = Math.rint(exact.value() * parts) / parts;
    double lower = Math.max(range.lower(), Math.floor(exact.lower() * parts) / parts);
    double upper = Math.min(range.upper(), Math.ceil(exact.upper() * parts) / parts);
    return new Estimate(value, Math.min(lower, value), Math.max(upper, value), status);
  }

  private static boolean isProportion(ResultRange range) {
    return range.kind() == ResultRange.Kind.PROPORTION;
  }
}
