package org.sozialradar.server.allocations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sozialradar.allocation.AllocationArea;
import org.sozialradar.allocation.AllocationQuestion;
import org.sozialradar.allocation.AllocationRules;
import org.sozialradar.allocation.InvalidAllocationException;
import org.sozialradar.allocation.SearchLimits;
import org.sozialradar.allocation.Travel;
import org.sozialradar.allocation.UnitKind;
import org.sozialradar.area.AreaCode;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.ranking.PriorityRequest;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * What somebody asks about limited units.
 *
 * @param level id of the level of the areas
 * @param edition id of the edition
 * @param source where the demand comes from
 * @param places longitude and latitude of sites that are no areas, by name
 * @param legs distances of one's own; without any, straight lines count
 * @param district level of the districts; empty if there is none above
 */
record AllocationRequest(
    String level,
    String edition,
    DemandSource source,
    List<UnitKind> kinds,
    Map<String, List<Double>> places,
    List<Travel.Leg> legs,
    AllocationRules rules,
    int draws,
    long seed,
    String district) {
  private static final Set<String> FIELDS =
      Set.of("level", "edition", "demand", "kinds", "travel", "rules", "draws", "seed");
  private static final Set<String> DEMAND = Set.of("code", "demand", "low", "high");
  private static final Set<String> PRIORITISED = Set.of("priorities", "by");
  private static final List<String> BY =
      List.of(DemandSource.Prioritised.PEOPLE, DemandSource.Prioritised.AREAS);
  private static final Set<String> RULES =
      Set.of("minimumPerDistrict", "districts", "capPerArea", "budget");
  private static final int MOST_LEGS = 10_000;
  static final double MOST = 1e12;
  private static final double NORMAL_95 = 1.959963984540054;
  private static final int USUAL_DRAWS = 100;
  private static final String DISTRICT = "district";

  AllocationRequest {
    kinds = List.copyOf(kinds);
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    legs = List.copyOf(legs);
  }

  /**
   * Reads a question.
   *
   * @throws ProblemException naming what does not fit
   */
  static AllocationRequest of(Snapshot snapshot, JsonRequest json) {
    json.requireKnown(FIELDS);
    String edition = edition(json).orElse(snapshot.defaultEdition());
    if (snapshot.findEdition(edition).isEmpty()) {
      throw ProblemException.ofParameter(ProblemType.UNKNOWN_EDITION, "edition", edition);
    }
    String level = Selection.level(snapshot, edition, json.text("level")).id();
    boolean above = snapshot.areas(edition).hierarchy().coarserThan(level).contains(DISTRICT);
    try {
      var sites = new Sites(snapshot, edition, level);
      var source = source(snapshot, json, level, edition, above ? DISTRICT : "");
      return new AllocationRequest(
          level,
          edition,
          source,
          sites.kinds(json),
          sites.places(),
          legs(json),
          rules(json),
          json.findInteger("draws", 0, AllocationQuestion.MOST_DRAWS)
              .orElse((long) USUAL_DRAWS)
              .intValue(),
          seed(json, source),
          above ? DISTRICT : "");
    } catch (InvalidAllocationException invalid) {
      throw problem(invalid);
    }
  }

  /** The object in the place of a list of demands, if there is one. */
  private static Optional<JsonRequest> prioritised(JsonRequest json) {
    return json.value("demand").isObject()
        ? json.findObject("demand").map(one -> one.requireKnown(PRIORITISED))
        : Optional.empty();
  }

  /** The edition, which priorities may name as well. */
  private static Optional<String> edition(JsonRequest json) {
    return json.findText("edition")
        .or(
            () ->
                prioritised(json)
                    .flatMap(one -> one.findObject("priorities"))
                    .flatMap(one -> one.findText("edition")));
  }

  private static DemandSource source(
      Snapshot snapshot, JsonRequest json, String level, String edition, String district) {
    var prioritised = prioritised(json);
    if (prioritised.isEmpty()) {
      return listed(snapshot, json, level, edition, district);
    }
    var demand = prioritised.get();
    var priorities =
        demand
            .findObject("priorities")
            .orElseThrow(
                () ->
                    ProblemException.ofParameter(
                        ProblemType.MISSING_FIELD, demand.place("priorities")));
    boolean byPeople =
        demand.findOneOf("by", BY).orElse(BY.get(0)).equals(DemandSource.Prioritised.PEOPLE);
    return new DemandSource.Prioritised(
        PriorityRequest.of(priorities, level, json.findText("edition").orElse("")), byPeople);
  }

  /** The draws are those of the priorities, and so is their seed. */
  private static long seed(JsonRequest json, DemandSource source) {
    var said = json.findInteger("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    if (source instanceof DemandSource.Prioritised from) {
      long seed = from.priorities().seed();
      if (said.isPresent() && said.get() != seed) {
        throw ProblemException.ofParameter(ProblemType.BAD_FIELD, "seed", Long.toString(seed));
      }
      return seed;
    }
    return said.orElse(1L);
  }

  private static DemandSource listed(
      Snapshot snapshot, JsonRequest json, String level, String edition, String district) {
    var codes = new HashSet<String>();
    var areas = new ArrayList<AllocationArea>();
    var missing = new ArrayList<String>();
    for (var one : json.objects("demand", AllocationQuestion.MOST_AREAS)) {
      one.requireKnown(DEMAND);
      var area = Selection.area(snapshot, edition, one.text("code"), level);
      if (!codes.add(area.code().value())) {
        throw ProblemException.ofReason(
            ProblemType.ALLOCATION_UNFIT, "area-twice", List.of(area.code().value()));
      }
      var demand = one.findNumber("demand", 0, MOST);
      if (demand.isEmpty()) {
        missing.add(area.code().value());
      } else {
        var holder = area.ancestors().get(district);
        areas.add(
            new AllocationArea(
                area.code(),
                holder == null ? area.code() : holder,
                demand.get(),
                error(one, demand.get())));
      }
    }
    return new DemandSource.Listed(areas, missing);
  }

  private static double error(JsonRequest one, double demand) {
    double low = one.findNumber("low", 0, demand).orElse(demand);
    double high = one.findNumber("high", demand, MOST).orElse(demand);
    return (high - low) / (2 * NORMAL_95);
  }

  private static List<Travel.Leg> legs(JsonRequest json) {
    var legs = new ArrayList<Travel.Leg>();
    for (var one : json.objects("travel", MOST_LEGS)) {
      one.requireKnown(Set.of("from", "to", "distance"));
      var distance = one.findNumber("distance", 0, MOST);
      if (distance.isEmpty()) {
        throw ProblemException.ofParameter(ProblemType.MISSING_FIELD, one.place("distance"));
      }
      legs.add(new Travel.Leg(one.text("from"), one.text("to"), distance.get()));
    }
    return legs;
  }

  private static AllocationRules rules(JsonRequest json) {
    var given = json.findObject("rules");
    if (given.isEmpty()) {
      return AllocationRules.NONE;
    }
    var rules = given.get().requireKnown(RULES);
    var districts = new HashSet<AreaCode>();
    for (String code : rules.texts("districts", AllocationQuestion.MOST_AREAS)) {
      districts.add(district(code));
    }
    return new AllocationRules(
        rules
            .findInteger("minimumPerDistrict", 0, AllocationQuestion.MOST_UNITS)
            .orElse(0L)
            .intValue(),
        districts,
        rules
            .findInteger("capPerArea", 0, AllocationQuestion.MOST_UNITS)
            .orElse((long) AllocationRules.NO_CAP)
            .intValue(),
        rules.findNumber("budget", 0, MOST).orElse(Double.POSITIVE_INFINITY));
  }

  private static AreaCode district(String code) {
    try {
      return new AreaCode(code);
    } catch (IllegalArgumentException malformed) {
      throw ProblemException.ofReason(
          ProblemType.ALLOCATION_UNFIT, "unknown-district", List.of(code));
    }
  }

  /**
   * The question in numbers.
   *
   * @throws ProblemException if it cannot be answered
   */
  AllocationQuestion question(Snapshot snapshot, Demand demand) {
    var middles = new HashMap<>(places);
    snapshot
        .areas(edition)
        .list(level)
        .values()
        .forEach(
            area -> {
              if (area.hasGeometry()) {
                middles.put(area.code().value(), area.center());
              }
            });
    return new AllocationQuestion(
        demand.areas(),
        kinds,
        legs.isEmpty() ? Travel.straight(middles) : Travel.ofLegs(legs),
        rules,
        demand.drawn(),
        SearchLimits.standard(System::nanoTime));
  }

  /** What a fault means to whoever asked. */
  static ProblemException problem(InvalidAllocationException invalid) {
    var details = invalid.details();
    return invalid.code().equals("infeasible")
        ? ProblemException.of(ProblemType.RULES_CONTRADICT, details.get("rules"))
        : ProblemException.ofReason(
            ProblemType.ALLOCATION_UNFIT,
            invalid.code(),
            List.copyOf(new TreeMap<>(details).values()));
  }
}
