package org.sozialradar.server.ranking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.area.AreaCode;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.Origin;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.priority.CriterionColumn;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.snapshot.Peers;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * The published values of a criterion for the areas asked about.
 *
 * @param indicator the indicator
 * @param period the period of its values
 * @param column values with their errors, in the order of the areas
 * @param origin where the values come from
 * @param level level of the published values, which may be finer than that of the areas: then their
 *     means, weighted by population, stand for the areas
 * @param document how it was computed here; empty if it was not
 * @param shared whether it is known what errors of different areas have in common, or they have
 *     nothing
 */
public record CriterionValues(
    Indicator indicator,
    ReferencePeriod period,
    CriterionColumn column,
    Origin origin,
    String level,
    Optional<MethodDocument> document,
    boolean shared) {
  private static final double TENTHS = 10;

  /**
   * The values of a criterion.
   *
   * @throws ProblemException if there are none
   */
  static CriterionValues of(Snapshot snapshot, PriorityRequest.Asked asked, ChosenAreas areas) {
    return of(snapshot, asked.indicator(), asked.period(), areas);
  }

  /**
   * The values of an indicator.
   *
   * @param id id of the indicator
   * @param asked the period; empty for the newest
   * @throws ProblemException if there are none
   */
  public static CriterionValues of(Snapshot snapshot, String id, String asked, ChosenAreas areas) {
    var indicator = Selection.indicator(snapshot, id);
    var table =
        findTable(snapshot, indicator, areas).orElseThrow(() -> noValues(indicator, areas, asked));
    var period = asked.isEmpty() ? table.periods().get(table.periods().size() - 1) : period(asked);
    if (!table.periods().contains(period)) {
      throw noValues(indicator, areas, period.id());
    }
    boolean own = table.level().equals(areas.level());
    var codes = own ? areas.codes() : members(snapshot, areas, table.level());
    var document = Optional.ofNullable(snapshot.results().documents(indicator.id()).get(period));
    var published = CriterionColumn.of(estimates(table, indicator, period, codes));
    var loads = document.flatMap(one -> loads(one, areas.edition(), table.level(), codes));
    boolean independent = document.isEmpty() || document.get().kind() == MethodDocument.Kind.SURVEY;
    var column = loads.map(published::sharing).orElse(published);
    if (!own) {
      // Where nobody knows what errors share, they add up: the mean is then rather too uncertain.
      var parts = independent || loads.isPresent() ? column : column.sharingAll();
      column = parts.means(means(snapshot, areas, table.level(), codes));
    }
    return new CriterionValues(
        indicator,
        period,
        column,
        table.origin(period),
        table.level(),
        document,
        independent || loads.isPresent());
  }

  private static ReferencePeriod period(String text) {
    try {
      return new ReferencePeriod(text);
    } catch (IllegalArgumentException | java.time.DateTimeException malformed) {
      throw ProblemException.ofParameter(
          ProblemType.BAD_FIELD, "criteria.period", "2021, 2024-06-09");
    }
  }

  /** The table of the level; of the nearest finer one if there is none. */
  private static Optional<PublishedTable> findTable(
      Snapshot snapshot, Indicator indicator, ChosenAreas areas) {
    var levels = snapshot.levels(areas.edition()).stream().map(level -> level.id()).toList();
    return levels.subList(levels.indexOf(areas.level()), levels.size()).stream()
        .filter(level -> level.equals(areas.level()) || isFiner(snapshot, areas, level))
        .map(level -> snapshot.findTable(indicator.id(), areas.edition(), level))
        .flatMap(Optional::stream)
        .filter(table -> !table.periods().isEmpty())
        .findFirst();
  }

  private static boolean isFiner(Snapshot snapshot, ChosenAreas areas, String level) {
    var hierarchy = snapshot.areas(areas.edition()).hierarchy();
    return hierarchy.finerThan(areas.level()).contains(level)
        && Peers.findPopulation(snapshot, areas.edition(), level).isPresent();
  }

  private static ProblemException noValues(Indicator indicator, ChosenAreas areas, String period) {
    return ProblemException.of(
        ProblemType.NO_VALUES,
        indicator.id(),
        areas.level(),
        period.isEmpty() ? "–" : period,
        areas.edition());
  }

  private static List<AreaCode> members(Snapshot snapshot, ChosenAreas areas, String finer) {
    var hierarchy = snapshot.areas(areas.edition()).hierarchy();
    var members = new ArrayList<AreaCode>();
    areas.codes().forEach(code -> members.addAll(hierarchy.members(areas.level(), code, finer)));
    return members;
  }

  /** Means of the members of each area by population; without rows where that is not known. */
  private static List<CriterionColumn.Mean> means(
      Snapshot snapshot, ChosenAreas areas, String finer, List<AreaCode> members) {
    var population = Peers.findPopulation(snapshot, areas.edition(), finer).orElseThrow();
    var newest = population.periods().get(population.periods().size() - 1);
    var places = new HashMap<AreaCode, Integer>();
    members.forEach(code -> places.put(code, places.size()));
    var hierarchy = snapshot.areas(areas.edition()).hierarchy();
    return areas.codes().stream()
        .map(
            code ->
                mean(
                    hierarchy.members(areas.level(), code, finer),
                    places,
                    one ->
                        population
                            .find(one, newest)
                            .map(estimate -> Decimals.rounded(estimate, 0))
                            .orElse(Double.NaN)))
        .toList();
  }

  private static CriterionColumn.Mean mean(
      Iterable<AreaCode> members,
      Map<AreaCode, Integer> places,
      java.util.function.ToDoubleFunction<AreaCode> population) {
    var rows = new ArrayList<Integer>();
    var weights = new ArrayList<Double>();
    for (var member : members) {
      double inhabitants = population.applyAsDouble(member);
      if (Double.isNaN(inhabitants)) {
        return new CriterionColumn.Mean(List.of(), List.of());
      }
      if (inhabitants > 0) {
        rows.add(places.get(member));
        weights.add(inhabitants);
      }
    }
    return new CriterionColumn.Mean(rows, weights);
  }

  /** Estimates with the digits that are published. */
  private static List<Estimate> estimates(
      PublishedTable table, Indicator indicator, ReferencePeriod period, List<AreaCode> codes) {
    int digits = indicator.decimals();
    return codes.stream()
        .map(code -> table.find(code, period).orElse(Estimate.missing(ObservationStatus.NO_ROW)))
        .map(estimate -> estimate.hasValue() ? rounded(estimate, digits) : estimate)
        .toList();
  }

  private static Estimate rounded(Estimate estimate, int digits) {
    double value = Decimals.round(estimate.value(), digits).doubleValue();
    return estimate.hasInterval()
        ? new Estimate(
            value,
            Decimals.round(estimate.lower(), digits).doubleValue(),
            Decimals.round(estimate.upper(), digits).doubleValue(),
            estimate.status())
        : Estimate.of(value, estimate.status());
  }

  /** What the errors of areas share, as the method of a model says; empty if it does not. */
  private static Optional<List<double[]>> loads(
      MethodDocument document, String edition, String level, List<AreaCode> codes) {
    var errors = MethodJson.read(document).path("errors");
    if (document.kind() != MethodDocument.Kind.MODEL
        || !errors.path("level").asText().equals(level)
        || !errors.path("edition").asText().equals(edition)) {
      return Optional.empty();
    }
    var known = new HashMap<String, double[]>();
    int factors = 0;
    for (var area : errors.path("areas")) {
      double[] line = line(area);
      factors = line.length;
      known.put(area.path("code").asText(), line);
    }
    int length = factors;
    return Optional.of(
        codes.stream().map(code -> known.getOrDefault(code.value(), new double[length])).toList());
  }

  private static double[] line(JsonNode area) {
    double part = area.path("tenthsOfLine").asInt() / TENTHS;
    var line = new double[area.path("line").size()];
    for (int i = 0; i < line.length; i++) {
      line[i] = part * area.path("line").path(i).asDouble();
    }
    return line;
  }
}
