package org.sozialradar.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.NClass;
import org.sozialradar.indicator.ObservationStatus;

/**
 * A family of direct survey results as it may be published.
 *
 * <p>Takes the estimates of all cells, decides what is suppressed, what is too imprecise to show
 * and what is of limited precision, and gives out tables of the rest. The only way from survey
 * estimates to a table. Immutable and safe for use by many threads.
 */
public final class SurveyRelease {
  private static final double SAME = 1e-6;

  private final ReleaseCells cells;
  private final SurveyRule rule;
  private final Suppression suppression;
  private final Map<CellKey, List<Estimate>> estimates;

  private SurveyRelease(
      ReleaseCells cells, SurveyRule rule, Map<CellKey, List<Estimate>> estimates) {
    this.cells = cells;
    this.rule = rule;
    this.estimates = estimates;
    estimates.forEach(this::check);
    suppression = CellSuppression.suppress(cells, rule);
  }

  /**
   * Decides a release.
   *
   * @param cells the respondents of all cells and what was released before
   * @param estimates of every cell that has respondents, one for each result in the order of the
   *     results, each with its interval; {@link ObservationStatus#NO_ROW} for a result that nobody
   *     in the cell answered to
   * @throws IllegalArgumentException if a cell has no estimate, an estimate no cell, or a value is
   *     not the mean of the cell's answers: the audit would speak of other values than those that
   *     are published
   * @throws ReleaseConflictException if cells that were released before have changed
   */
  public static SurveyRelease of(
      ReleaseCells.Builder cells, Map<CellKey, List<Estimate>> estimates, SurveyRule rule) {
    var copy = new TreeMap<CellKey, List<Estimate>>();
    estimates.forEach((key, list) -> copy.put(key, List.copyOf(list)));
    var ranges = cells.build().results();
    copy.forEach(
        (key, list) -> {
          if (isImprecise(ranges, list, rule)) {
            cells.imprecise(key);
          }
        });
    var built = cells.build();
    if (!built.keys().equals(copy.keySet())) {
      throw new IllegalArgumentException("cells with respondents and estimates do not match");
    }
    return new SurveyRelease(built, rule, copy);
  }

  private static boolean isImprecise(
      List<ResultRange> ranges, List<Estimate> estimates, SurveyRule rule) {
    if (estimates.size() != ranges.size()) {
      throw new IllegalArgumentException("a cell needs an estimate for each result");
    }
    return IntStream.range(0, ranges.size())
        .filter(result -> estimates.get(result).hasValue())
        .allMatch(
            result ->
                rule.precision(ranges.get(result), estimates.get(result))
                    == Precision.TOO_IMPRECISE);
  }

  private void check(CellKey key, List<Estimate> list) {
    for (int result = 0; result < list.size(); result++) {
      var sums = cells.sums(key, result);
      var range = cells.results().get(result);
      boolean fits =
          sums.respondents() == 0
              ? !list.get(result).hasValue()
              : Math.abs(list.get(result).value() - sums.mean()) <= SAME * range.width();
      if (!fits) {
        throw new IllegalArgumentException(
            range.id() + " of " + key + ": the estimate is not the mean of the cell's answers");
      }
    }
  }

  /** The rule that it was decided by. */
  public SurveyRule rule() {
    return rule;
  }

  /** Which cells are suppressed, with the internal report. */
  public Suppression suppression() {
    return suppression;
  }

  /**
   * Cells of which at least one value is public after this release: those shown now and those of
   * earlier releases. To be kept and handed to the next release. Internal.
   */
  public List<ReleasedCell> released() {
    return cells.keys().stream()
        .filter(key -> cells.isReleased(cells.cell(key)) || isShown(key))
        .map(key -> new ReleasedCell(key, cells.respondents(key)))
        .toList();
  }

  private boolean isShown(CellKey key) {
    return IntStream.range(0, cells.results().size())
        .anyMatch(result -> estimate(key, result).hasValue());
  }

  /** The estimate of a cell as it may be published. */
  private Estimate estimate(CellKey key, int result) {
    if (suppression.isSuppressed(key)) {
      return Estimate.missing(ObservationStatus.SUPPRESSED);
    }
    var exact = estimates.get(key).get(result);
    if (!exact.hasValue()) {
      return Estimate.missing(ObservationStatus.NO_ROW);
    }
    var range = cells.results().get(result);
    int respondents = cells.sums(key, result).respondents();
    return switch (rule.precision(range, exact)) {
      case TOO_IMPRECISE -> Estimate.missing(ObservationStatus.TOO_IMPRECISE);
      case LIMITED -> rule.rounded(range, respondents, exact, ObservationStatus.LIMITED_PRECISION);
      case PRECISE -> rule.rounded(range, respondents, exact, ObservationStatus.REPORTED);
    };
  }

  /**
   * The table of a result on a level.
   *
   * @param result its id in the family
   * @param indicator the id of the indicator that it is published as
   * @param edition the edition of the cells
   * @param level the level of the cells
   * @param group the group of the cells; empty for all respondents
   * @param dataset the data set of the values
   * @throws IllegalArgumentException if the family has no such result
   */
  public ReleasedTable table(
      String result, String indicator, String edition, String level, String group, String dataset) {
    int index = index(result);
    var builder = IndicatorTable.builder(indicator, edition, level, dataset);
    for (var key : keys(edition, level, group)) {
      var estimate = estimate(key, index);
      if (estimate.status() != ObservationStatus.NO_ROW) {
        builder.put(key.area(), key.period(), withClass(estimate, key, index));
      }
    }
    return new ReleasedTable(builder.build());
  }

  private Estimate withClass(Estimate estimate, CellKey key, int result) {
    if (!estimate.hasValue()) {
      return estimate;
    }
    return new Estimate(
        estimate.value(),
        estimate.lower(),
        estimate.upper(),
        estimate.status(),
        NClass.of(cells.sums(key, result).respondents()));
  }

  private List<CellKey> keys(String edition, String level, String group) {
    var list = new ArrayList<>(cells.keys());
    list.removeIf(
        key ->
            !key.edition().equals(edition)
                || !key.level().equals(level)
                || !key.group().equals(group));
    return list;
  }

  private int index(String result) {
    for (int i = 0; i < cells.results().size(); i++) {
      if (cells.results().get(i).id().equals(result)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no result '" + result + "' in this family");
  }
}
