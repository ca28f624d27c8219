package org.sozialradar.server.incidents;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.area.AreaCode;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.incident.AreaShareWeights;
import org.sozialradar.incident.IncidentShape;
import org.sozialradar.incident.PeopleShare;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.Measure;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * A group at need inside an incident, as it goes out.
 *
 * @param value of a count the sum of what lies inside, of others the mean weighted by people; null
 *     if no area has a value
 * @param low of a count what is certain: that of areas all of whose people are inside; of others
 *     the lower end of the 95 % interval if there is one
 * @param rangeOf {@code weights} if low and high say how people may be spread, {@code interval} for
 *     a 95 % interval; null if there is no range
 * @param people number of people; null if the unit does not say
 * @param missing codes of areas that are left out: those whose value is not published, and of a
 *     mean those whose population is not
 */
record GroupAtNeed(
    String indicator,
    LocalizedText name,
    Indicator.Unit unit,
    String period,
    BigDecimal value,
    BigDecimal low,
    BigDecimal high,
    String rangeOf,
    Range people,
    List<String> missing) {
  private static final String PERCENT = "percent";
  private static final String PER_1000 = "per_1000";
  private static final String PERSONS = "persons";

  /** Where the groups are looked for. */
  record Ground(
      Snapshot snapshot,
      String edition,
      String level,
      Residents residents,
      List<Residents.Inside> inside,
      IncidentShape shape) {
    List<AreaCode> codes() {
      return inside.stream().map(one -> one.overlap().code()).toList();
    }
  }

  /**
   * A group.
   *
   * @param datasets gets those that the numbers come from
   * @throws ProblemException if there is no such indicator, or it has no values
   */
  static GroupAtNeed of(Ground ground, String id, java.util.Collection<String> datasets) {
    var indicator = Selection.indicator(ground.snapshot(), id);
    return indicator.measure().kind() == Measure.Kind.EXTENSIVE
        ? ofCount(ground, indicator, datasets)
        : ofMean(ground, indicator, datasets);
  }

  private static GroupAtNeed ofCount(
      Ground ground, Indicator indicator, java.util.Collection<String> datasets) {
    var table =
        ground
            .snapshot()
            .findTable(indicator.id(), ground.edition(), ground.level())
            .filter(one -> !one.periods().isEmpty())
            .orElseThrow(
                () ->
                    ProblemException.of(
                        ProblemType.NO_VALUES,
                        indicator.id(),
                        ground.level(),
                        "–",
                        ground.edition()));
    var period = table.periods().get(table.periods().size() - 1);
    datasets.addAll(table.origin(period).datasets());
    var byArea = indicator.measure().weight().equals("area");
    var evenly = new AreaShareWeights();
    var sum = new Range.Sum();
    var missing = new java.util.ArrayList<String>();
    for (var one : ground.inside()) {
      var code = one.overlap().code();
      double number =
          table
              .find(code, period)
              .map(cell -> Decimals.rounded(cell, indicator.decimals()))
              .orElse(Double.NaN);
      if (Double.isNaN(number)) {
        missing.add(code.value());
      } else {
        sum.add(
            number,
            byArea
                ? evenly.find(one.overlap(), ground.shape()).orElseThrow()
                : share(ground, indicator, one));
      }
    }
    boolean none = missing.size() == ground.inside().size();
    var range = sum.rounded(indicator.decimals());
    return new GroupAtNeed(
        indicator.id(),
        indicator.name(),
        indicator.unit(),
        period.id(),
        none ? null : range.value(),
        none ? null : range.low(),
        none ? null : range.high(),
        none ? null : "weights",
        none || !indicator.unit().id().equals(PERSONS) ? null : sum.rounded(0),
        missing);
  }

  private static PeopleShare share(Ground ground, Indicator indicator, Residents.Inside one) {
    return indicator.id().equals(ground.residents().indicator())
        ? one.share()
        : ofGroup(one.share());
  }

  /** Where people live is known, but not which of them are the group: all, or none of those. */
  static PeopleShare ofGroup(PeopleShare people) {
    return new PeopleShare(people.value(), people.low() < 1 ? 0 : 1, people.high() > 0 ? 1 : 0);
  }

  private static GroupAtNeed ofMean(
      Ground ground, Indicator indicator, java.util.Collection<String> datasets) {
    var figures =
        Figures.of(
            ground.snapshot(),
            indicator.id(),
            "",
            ground.edition(),
            ground.level(),
            ground.codes());
    datasets.addAll(figures.datasets());
    var people = people(ground);
    var mean = figures.mean(ground.codes(), code -> people.getOrDefault(code, 0.0));
    boolean interval = mean.isPresent() && mean.get().low() != null;
    return new GroupAtNeed(
        indicator.id(),
        indicator.name(),
        indicator.unit(),
        figures.period(),
        mean.map(Figures.Figure::value).orElse(null),
        mean.map(Figures.Figure::low).orElse(null),
        mean.map(Figures.Figure::high).orElse(null),
        interval ? "interval" : null,
        counted(ground, figures).orElse(null),
        missing(ground, figures));
  }

  /** What a mean leaves out: areas without a value, and those without a number of people. */
  private static List<String> missing(Ground ground, Figures figures) {
    return ground.codes().stream()
        .filter(code -> !figures.has(code) || ground.residents().find(code).isEmpty())
        .map(AreaCode::value)
        .toList();
  }

  /** People inside by area, once for all: there may be thousands of areas. */
  private static Map<AreaCode, Double> people(Ground ground) {
    var people = new HashMap<AreaCode, Double>();
    for (var one : ground.inside()) {
      var code = one.overlap().code();
      people.merge(
          code,
          ground.residents().find(code).orElse(Double.NaN) * one.share().value(),
          Double::sum);
    }
    return people;
  }

  /** People of a share of the population; of other shares nobody knows of how many. */
  private static Optional<Range> counted(Ground ground, Figures figures) {
    var indicator = figures.indicator();
    String unit = indicator.unit().id();
    boolean ofPeople = indicator.measure().weight().equals(ground.residents().indicator());
    if (!ofPeople || !(unit.equals(PERCENT) || unit.equals(PER_1000))) {
      return Optional.empty();
    }
    double whole = unit.equals(PERCENT) ? 100 : 1000;
    var sum = new Range.Sum();
    boolean any = false;
    for (var one : ground.inside()) {
      var code = one.overlap().code();
      var number = ground.residents().find(code);
      if (number.isPresent() && figures.has(code)) {
        sum.add(number.get() * figures.value(code) / whole, ofGroup(one.share()));
        any = true;
      }
    }
    return any ? Optional.of(sum.rounded(0)) : Optional.empty();
  }
}
