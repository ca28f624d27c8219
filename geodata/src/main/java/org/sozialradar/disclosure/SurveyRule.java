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
    require(minRespondents >= 3 && minRespondents <= 1000, "minRespondents", minRespondents);
    require(minCells >= 2 && minCells <= 100, "minCells", minCells);
    require(minSizes >= 2 && minSizes <= 1000, "minSizes", minSizes);
    require(proportionBound > 0 && proportionBound <= 0.5, "proportionBound", proportionBound);
    require(scaleBound > 0 && scaleBound <= 0.5, "scaleBound", scaleBound);
    require(
        proportionLimited > 0 && proportionLimited <= proportionHidden,
        "proportionLimited",
        proportionLimited);
    require(proportionHidden <= 1, "proportionHidden", proportionHidden);
    require(scaleLimited > 0 && scaleLimited <= scaleHidden, "scaleLimited", scaleLimited);
    require(scaleHidden <= 1, "scaleHidden", scaleHidden);
    require(proportionStep > 0 && proportionStep <= 0.1, "proportionStep", proportionStep);
    require(scaleStep > 0 && scaleStep <= 0.1, "scaleStep", scaleStep);
  }

  private static void require(boolean holds, String name, double value) {
    if (!holds) {
      throw new IllegalArgumentException("survey rule: " + name + " cannot be " + value);
    }
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
   * @throws IllegalArgumentException for a name that is no threshold or a value out of its range
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
    require(value == Math.rint(value) && Math.abs(value) < 1e9, name, value);
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
