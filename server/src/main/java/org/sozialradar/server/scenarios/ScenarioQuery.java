package org.sozialradar.server.scenarios;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.estimation.Scenario;
import org.sozialradar.estimation.ScenarioEffect;
import org.sozialradar.estimation.ScenarioGroups;
import org.sozialradar.publication.PublishedModel;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.Peers;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * A request together with the model that it asks, and what came of it.
 *
 * @param areas the chosen areas in ascending order, with their effects
 * @param districts districts that hold chosen areas and are made up of areas of the model, with all
 *     of these
 * @param municipalities the same of municipalities, for a model of their quarters
 * @param selection the chosen areas together; empty if nobody lives in them, or it is not known
 * @param missing chosen areas that the model has no prediction or covariates of
 */
record ScenarioQuery(
    ScenarioRequest request,
    Snapshot snapshot,
    PublishedModel model,
    List<Effect> areas,
    List<Group> districts,
    List<Group> municipalities,
    List<Group> selection,
    List<AreaCode> missing) {

  /** An area and the effect on it. */
  record Effect(AreaEntry area, ScenarioEffect effect) {}

  /**
   * Areas taken together.
   *
   * @param code of the district or municipality; empty for the selection
   * @param weighted areas in the mean
   * @param of areas that there are
   */
  record Group(String code, String name, int weighted, int of, ScenarioEffect effect) {}

  ScenarioQuery {
    areas = List.copyOf(areas);
    districts = List.copyOf(districts);
    municipalities = List.copyOf(municipalities);
    selection = List.copyOf(selection);
    missing = List.copyOf(missing);
  }

  /**
   * Computes the answer.
   *
   * @throws ProblemException if it cannot be answered as asked
   */
  static ScenarioQuery of(Snapshot snapshot, PublishedModel model, ScenarioRequest request) {
    return new Making(snapshot, model, request).query();
  }

  /** An answer while it is made. */
  private static final class Making {
    private final Snapshot snapshot;
    private final PublishedModel model;
    private final ScenarioRequest request;
    private final List<AreaCode> chosen = new ArrayList<>();
    private final List<AreaCode> missing = new ArrayList<>();
    private final Map<AreaCode, Double> weights;

    Making(Snapshot snapshot, PublishedModel model, ScenarioRequest request) {
      this.snapshot = snapshot;
      this.model = model;
      this.request = request;
      for (var code : chosen()) {
        (model.fit().has(code) ? chosen : missing).add(code);
      }
      if (chosen.isEmpty()) {
        throw missing.isEmpty()
            ? ScenarioRequest.empty()
            : ProblemException.ofParameter(ProblemType.AREA_NOT_MODELLED, "areas", missing.get(0));
      }
      weights = model.weights().isEmpty() ? population() : model.weights();
    }

    ScenarioQuery query() {
      var scenario = Scenario.of(model.fit(), changes());
      var entries = snapshot.areas(model.edition()).list(model.level());
      var areas =
          chosen.stream()
              .map(code -> new Effect(entries.get(code), scenario.effect(code)))
              .toList();
      var names = new ArrayList<AreaEntry>();
      var groups = new ArrayList<Map<AreaCode, Double>>();
      var whole = weighted(chosen);
      if (!whole.isEmpty()) {
        groups.add(whole);
      }
      for (var level : List.of(AreaLevel.DISTRICT.id(), AreaLevel.MUNICIPALITY.id())) {
        for (var holder : holders(level)) {
          var members = weighted(members(holder));
          if (!members.isEmpty()) {
            names.add(holder);
            groups.add(members);
          }
        }
      }
      var effects = ScenarioGroups.of(scenario, request.draws(), request.seed()).effects(groups);
      var selection = new ArrayList<Group>();
      int first = whole.isEmpty() ? 0 : 1;
      if (first == 1) {
        selection.add(new Group("", "", whole.size(), chosen.size(), effects.get(0)));
      }
      var districts = new ArrayList<Group>();
      var municipalities = new ArrayList<Group>();
      for (int i = 0; i < names.size(); i++) {
        var holder = names.get(i);
        var group =
            new Group(
                holder.code().value(),
                holder.name(),
                groups.get(first + i).size(),
                members(holder).size(),
                effects.get(first + i));
        (holder.level().equals(AreaLevel.DISTRICT.id()) ? districts : municipalities).add(group);
      }
      return new ScenarioQuery(
          request, snapshot, model, areas, districts, municipalities, selection, missing);
    }

    private List<AreaCode> chosen() {
      var areas = snapshot.areas(model.edition());
      var all = areas.list(model.level());
      return switch (request.within()) {
        case ScenarioRequest.ALL -> List.copyOf(all.keySet());
        case ScenarioRequest.CODES -> {
          var codes = new TreeSet<AreaCode>();
          request
              .codes()
              .forEach(
                  code ->
                      codes.add(
                          Selection.area(snapshot, model.edition(), code, model.level()).code()));
          yield List.copyOf(codes);
        }
        case ScenarioRequest.POLYGON -> inside(all);
        default -> holder();
      };
    }

    private List<AreaCode> holder() {
      var hierarchy = snapshot.areas(model.edition()).hierarchy();
      var coarser = hierarchy.coarserThan(model.level());
      if (!coarser.contains(request.within())) {
        throw ProblemException.ofParameter(
            ProblemType.BAD_FIELD,
            "areas",
            "all, codes, polygon, " + String.join(", ", new TreeSet<>(coarser)));
      }
      var holder =
          Selection.area(snapshot, model.edition(), request.codes().get(0), request.within());
      return List.copyOf(hierarchy.members(request.within(), holder.code(), model.level()));
    }

    private List<AreaCode> inside(SortedMap<AreaCode, AreaEntry> all) {
      var locator = new IndexedPointInAreaLocator(request.polygon().orElseThrow());
      return all.values().stream()
          .filter(AreaEntry::hasGeometry)
          .filter(
              area ->
                  locator.locate(new Coordinate(area.center().get(0), area.center().get(1)))
                      != Location.EXTERIOR)
          .map(AreaEntry::code)
          .toList();
    }

    private Map<AreaCode, Map<String, Double>> changes() {
      var fit = model.fit();
      var changes = new HashMap<AreaCode, Map<String, Double>>();
      for (var change : request.changes()) {
        if (!fit.covariates().contains(change.indicator())) {
          throw ProblemException.ofParameter(
              ProblemType.NO_COVARIATE,
              change.place("indicator"),
              change.indicator(),
              String.join(", ", fit.covariates()));
        }
        int covariate = fit.covariateIndex(change.indicator());
        double common = common(change, covariate);
        for (var code : chosen) {
          double now = fit.covariate(fit.indexOf(code), covariate);
          double then =
              switch (change.kind()) {
                case SHIFT -> now + change.amount();
                case RELATIVE -> now + now * change.amount() / 100;
                case FACTOR -> now * change.amount();
                default -> common;
              };
          changes.computeIfAbsent(code, key -> new LinkedHashMap<>()).put(change.indicator(), then);
        }
      }
      return changes;
    }

    /** The value that all areas get, for those kinds of change that have one. */
    private double common(ScenarioChange change, int covariate) {
      return switch (change.kind()) {
        case LIKE -> model.fit().covariate(model.fit().indexOf(like(change)), covariate);
        case PERCENTILE -> model.fit().quantile(covariate, change.amount() / 100);
        default -> change.amount();
      };
    }

    private AreaCode like(ScenarioChange change) {
      var code = Selection.area(snapshot, model.edition(), change.like(), model.level()).code();
      if (!model.fit().has(code)) {
        throw ProblemException.ofParameter(
            ProblemType.AREA_NOT_MODELLED, change.place("like"), code);
      }
      return code;
    }

    /** The areas of a level that hold chosen ones and that areas of the model make up. */
    private List<AreaEntry> holders(String level) {
      var areas = snapshot.areas(model.edition());
      var entries = areas.list(model.level());
      var found = new TreeMap<AreaCode, AreaEntry>();
      for (var code : chosen) {
        var holder = entries.get(code).ancestors().get(level);
        if (holder != null && !found.containsKey(holder)) {
          areas.find(level, holder).ifPresent(entry -> found.put(holder, entry));
        }
      }
      found.keySet().removeIf(code -> !areas.hierarchy().isMadeUp(level, code, model.level()));
      return List.copyOf(found.values());
    }

    private SortedSet<AreaCode> members(AreaEntry holder) {
      return snapshot
          .areas(model.edition())
          .hierarchy()
          .members(holder.level(), holder.code(), model.level());
    }

    private Map<AreaCode, Double> weighted(Iterable<AreaCode> codes) {
      var found = new TreeMap<AreaCode, Double>();
      for (var code : codes) {
        double weight = weights.getOrDefault(code, 0.0);
        if (weight > 0 && model.fit().has(code)) {
          found.put(code, weight);
        }
      }
      return found;
    }

    private Map<AreaCode, Double> population() {
      var found = new HashMap<AreaCode, Double>();
      Peers.findPopulation(snapshot, model.edition(), model.level())
          .ifPresent(
              table -> {
                var column = table.column(table.periods().get(table.periods().size() - 1));
                for (int i = 0; i < column.size(); i++) {
                  var code = table.codes().get(i);
                  if (column.get(i).hasValue()) {
                    found.put(code, column.get(i).value());
                  }
                }
              });
      return found;
    }
  }
}
