package org.sozialradar.server.incidents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sozialradar.area.AreaCode;
import org.sozialradar.incident.IncidentShape;
import org.sozialradar.incident.Overlap;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.ranking.PriorityAnswer;
import org.sozialradar.server.ranking.PriorityQuery;
import org.sozialradar.server.ranking.PriorityRequest;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * A question about an incident together with the data that it asks about, and what came of it.
 *
 * @param source where the shape comes from, see {@link IncidentPlace#source()}
 * @param inside what of the areas of the level lies inside, by code
 * @param quarterLevel id of the finest level below; empty if there is none
 * @param quarters what of its areas lies inside
 * @param support values of expected support for all areas of the level; empty if none was asked for
 * @param mean the mean of those inside; empty if there is none
 * @param priorities the order of the areas touched; empty if none was asked for or can be made
 * @param unranked why there is no order; empty if there is one, or none was asked for
 * @param datasets data sets that the numbers come from
 */
record IncidentQuery(
    Snapshot snapshot,
    IncidentRequest request,
    String source,
    String edition,
    IncidentShape shape,
    Residents residents,
    List<Residents.Inside> inside,
    String quarterLevel,
    Residents quarterResidents,
    List<Residents.Inside> quarters,
    Optional<Figures> support,
    Optional<Figures.Figure> mean,
    Optional<Figures> quarterSupport,
    List<GroupAtNeed> groups,
    List<FacilitiesInside> facilities,
    Optional<PriorityAnswer> priorities,
    Optional<ProblemException> unranked,
    List<Neighbour> neighbours,
    Set<String> datasets) {

  /** What depends on the areas that are touched and not on the question alone. */
  private static final Set<ProblemType> OF_THE_AREAS =
      Set.of(
          ProblemType.TOO_FEW_AREAS,
          ProblemType.TOO_MANY_MISSING,
          ProblemType.CRITERION_CONSTANT,
          ProblemType.FIRST_OUT_OF_RANGE);

  IncidentQuery {
    inside = List.copyOf(inside);
    quarters = List.copyOf(quarters);
    groups = List.copyOf(groups);
    facilities = List.copyOf(facilities);
    neighbours = List.copyOf(neighbours);
    datasets = java.util.Collections.unmodifiableSet(new TreeSet<>(datasets));
  }

  /**
   * Computes the answer.
   *
   * @param place where the incident is: no saved one
   * @param source what the answer says of it
   * @throws ProblemException if it cannot be answered as asked
   */
  static IncidentQuery of(
      Snapshot snapshot, IncidentRequest request, IncidentPlace place, String source) {
    String edition = edition(snapshot, request.edition());
    String level = Selection.level(snapshot, edition, request.level()).id();
    var shape = PlaceShape.of(snapshot, place);
    var sources = new IncidentSources(snapshot, edition);
    sources.addPlace(place);
    var residents = Residents.of(snapshot, edition, level);
    var inside =
        residents.inside(PlaceShape.touched(snapshot.shapes(edition, level), shape), shape);
    sources.addAreas(level, residents, inside);
    var codes = inside.stream().map(one -> one.overlap().code()).toList();
    var finer = Residents.finerThan(snapshot, edition, level);
    String quarterLevel = finer.isEmpty() ? "" : finer.get(0);
    var quarterResidents =
        finer.isEmpty() ? residents : Residents.of(snapshot, edition, quarterLevel);
    List<Overlap> quarterOverlaps =
        finer.isEmpty()
            ? List.of()
            : PlaceShape.touched(snapshot.shapes(edition, quarterLevel), shape);
    var all = List.copyOf(snapshot.areas(edition).list(level).keySet());
    var support = request.support().map(one -> figures(snapshot, one, edition, level, all));
    support.ifPresent(one -> sources.addAll(one.datasets()));
    var quarters = quarterResidents.inside(quarterOverlaps, shape);
    sources.addAreas(quarterLevel, quarterResidents, quarters);
    var quarterSupport = quarterSupport(snapshot, request, edition, quarterLevel, quarters);
    quarterSupport.ifPresent(one -> sources.addAll(one.datasets()));
    var ground = new GroupAtNeed.Ground(snapshot, edition, level, residents, inside, shape);
    var groups = new ArrayList<GroupAtNeed>();
    var others = new TreeSet<String>();
    request.groups().forEach(id -> groups.add(GroupAtNeed.of(ground, id, others)));
    var order = new Order(snapshot, request, edition, level, codes);
    var priorities = order.answer();
    priorities.ifPresent(
        one -> one.provenance().sources().forEach(named -> others.add(named.dataset())));
    var facilities = FacilitiesInside.find(snapshot, shape, others);
    sources.addAll(others);
    return new IncidentQuery(
        snapshot,
        request,
        source,
        edition,
        shape,
        residents,
        inside,
        quarterLevel,
        quarterResidents,
        quarters,
        support,
        support.flatMap(one -> mean(one, residents, inside)),
        quarterSupport,
        groups,
        facilities,
        priorities,
        order.unranked(),
        support
            .map(
                one ->
                    Neighbour.find(
                        snapshot.areas(edition).list(level).values(),
                        new HashSet<>(codes),
                        one,
                        shape,
                        request.neighbours(),
                        area -> IncidentAnswer.district(snapshot, edition, area)))
            .orElse(List.of()),
        sources.datasets());
  }

  static String edition(Snapshot snapshot, String asked) {
    String id = asked.isEmpty() ? snapshot.defaultEdition() : asked;
    return snapshot
        .findEdition(id)
        .orElseThrow(() -> ProblemException.ofParameter(ProblemType.UNKNOWN_EDITION, "edition", id))
        .id();
  }

  private static Figures figures(
      Snapshot snapshot,
      IncidentRequest.Support asked,
      String edition,
      String level,
      List<AreaCode> codes) {
    if (Selection.indicator(snapshot, asked.indicator()).polarity()
        == Indicator.Polarity.NEGATIVE) {
      throw ProblemException.ofParameter(
          ProblemType.BAD_FIELD, "support.indicator", "polarity: positive, neutral");
    }
    return Figures.of(snapshot, asked.indicator(), asked.period(), edition, level, codes);
  }

  private static Optional<Figures.Figure> mean(
      Figures support, Residents residents, List<Residents.Inside> inside) {
    Map<AreaCode, Double> people = new HashMap<>();
    for (var one : inside) {
      var code = one.overlap().code();
      people.put(code, residents.find(code).orElse(Double.NaN) * one.share().value());
    }
    return support.mean(
        inside.stream().map(one -> one.overlap().code()).toList(),
        code -> people.getOrDefault(code, 0.0));
  }

  /** Quarters may have results of their own; that they have none is no fault of the question. */
  private static Optional<Figures> quarterSupport(
      Snapshot snapshot,
      IncidentRequest request,
      String edition,
      String level,
      List<Residents.Inside> quarters) {
    if (request.support().isEmpty() || quarters.isEmpty()) {
      return Optional.empty();
    }
    var asked = request.support().get();
    var codes = quarters.stream().map(one -> one.overlap().code()).toList();
    return snapshot
        .findTable(asked.indicator(), edition, level)
        .filter(table -> !table.periods().isEmpty())
        .filter(
            table ->
                asked.period().isEmpty()
                    || table.periods().stream().anyMatch(one -> one.id().equals(asked.period())))
        .map(table -> figures(snapshot, asked, edition, level, codes));
  }

  /** The order of the areas touched, or why there is none. */
  private static final class Order {
    private final Optional<PriorityAnswer> answer;
    private final Optional<ProblemException> unranked;

    Order(
        Snapshot snapshot,
        IncidentRequest request,
        String edition,
        String level,
        List<AreaCode> codes) {
      var asked =
          request
              .priorities()
              .map(
                  json ->
                      PriorityRequest.among(
                          json, level, edition, codes.stream().map(AreaCode::value).toList()));
      Optional<PriorityAnswer> found = Optional.empty();
      Optional<ProblemException> problem = Optional.empty();
      if (asked.isPresent() && !codes.isEmpty()) {
        try {
          found = Optional.of(PriorityAnswer.of(PriorityQuery.of(snapshot, asked.get())));
        } catch (ProblemException refused) {
          if (!OF_THE_AREAS.contains(refused.type())) {
            throw refused;
          }
          problem = Optional.of(refused);
        }
      }
      answer = found;
      unranked = problem;
    }

    Optional<PriorityAnswer> answer() {
      return answer;
    }

    Optional<ProblemException> unranked() {
      return unranked;
    }
  }
}
