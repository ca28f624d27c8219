package org.sozialradar.ingest.boundary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.SurfaceArea;
import org.sozialradar.area.WholeTowns;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssueType;
import org.sozialradar.ingest.ResourceInput;

/**
 * Areas below the municipality, such as quarters: each lies in one municipality, and a file holds
 * those of some municipalities only. What it does not name stays, whoever brought it. Levels that
 * cover the territory pass unchanged.
 */
final class AreasOfTowns {
  private static final String TOWN = AreaLevel.MUNICIPALITY.id();

  /** An area of which less than this share lies in its municipality is not in it. */
  private static final double LEAST_SHARE = 0.5;

  /** Borders of towns and quarters, drawn at different scales, differ by less than this share. */
  private static final double USUAL_SHARE = 0.9;

  private static final int NAMED = 5;

  private final ResourceInput<BoundarySettings> input;
  private final BatchBuilder batch;
  private final AreaLevel level;
  private final boolean applies;
  private final SortedSet<String> datasets = new TreeSet<>();
  private final Map<AreaCode, Area> towns = new HashMap<>();

  AreasOfTowns(ResourceInput<BoundarySettings> input, BatchBuilder batch, AreaLevel level) {
    this.input = input;
    this.batch = batch;
    this.level = level;
    applies = !level.group() && level.rank() > AreaLevel.MUNICIPALITY.rank();
    if (applies) {
      datasets.add(batch.datasetId());
      batch
          .listAreas(input.settings().edition(), TOWN)
          .forEach(town -> towns.put(town.code(), town));
    }
  }

  /** The data sets that the areas of the level come from; empty means that of the edition. */
  SortedSet<String> datasets() {
    return Collections.unmodifiableSortedSet(datasets);
  }

  /**
   * The areas with the municipality of each and what holds that; one that is in none, or not in the
   * one that it names, is an error. Without municipalities in the edition nothing can be checked.
   */
  List<Area> placed(List<Area> areas) {
    if (!applies || towns.isEmpty()) {
      return areas;
    }
    var tree = new STRtree();
    towns.values().stream()
        .filter(Area::hasGeometry)
        .forEach(town -> tree.insert(town.geometry().getEnvelopeInternal(), town));
    var placed = new ArrayList<Area>();
    for (var area : areas) {
      findTown(area, tree).ifPresent(town -> placed.add(within(area, town)));
    }
    reportParted(placed);
    return placed;
  }

  private void reportParted(List<Area> placed) {
    var parts =
        placed.stream()
            .collect(
                Collectors.groupingBy(
                    area -> area.ancestors().get(TOWN), TreeMap::new, Collectors.toList()));
    parts.forEach(
        (code, list) -> {
          var town = towns.get(code);
          if (WholeTowns.leaveOut(town, list)) {
            long percent = (long) Math.floor(100 * WholeTowns.share(town, list).orElseThrow());
            report(BoundaryIssues.TOWN_PARTED, town, level.id(), percent);
          }
        });
  }

  private Optional<Area> findTown(Area area, STRtree tree) {
    if (!input.settings().ancestors().containsKey(TOWN)) {
      return findByPlace(area, tree);
    }
    var code = area.ancestors().get(TOWN);
    if (code == null) {
      String column = input.settings().ancestors().get(TOWN);
      report(BoundaryIssues.PARENT_MISSING, area, column);
      return Optional.empty();
    }
    var town = towns.get(code);
    if (town == null) {
      report(BoundaryIssues.PARENT_UNKNOWN, area, code, input.settings().edition());
      return Optional.empty();
    }
    requireInside(area, town);
    return Optional.of(town);
  }

  private Optional<Area> findByPlace(Area area, STRtree tree) {
    Optional<Area> best = Optional.empty();
    double most = LEAST_SHARE;
    for (Object near : tree.query(area.geometry().getEnvelopeInternal())) {
      double share = share(area, (Area) near);
      if (share > most) {
        most = share;
        best = Optional.of((Area) near);
      }
    }
    if (best.isEmpty()) {
      report(BoundaryIssues.IN_NO_PARENT, area, input.settings().edition());
    } else {
      requireInside(area, best.get());
    }
    return best;
  }

  private void requireInside(Area area, Area town) {
    if (!town.hasGeometry() || !area.hasGeometry()) {
      return;
    }
    double share = share(area, town);
    long percent = Math.round(100 * share);
    if (share < LEAST_SHARE) {
      report(BoundaryIssues.OUTSIDE_PARENT, area, town.code(), town.name(), percent);
    } else if (share < USUAL_SHARE) {
      report(BoundaryIssues.CROSSES_PARENT, area, town.name(), percent);
    }
  }

  private static double share(Area area, Area town) {
    Geometry common =
        OverlayNGRobust.overlay(area.geometry(), town.geometry(), OverlayNG.INTERSECTION);
    return SurfaceArea.squareKilometres(common) / SurfaceArea.squareKilometres(area.geometry());
  }

  private void report(IssueType type, Area area, Object... more) {
    var arguments = new ArrayList<Object>(List.of(area.code(), area.name()));
    arguments.addAll(List.of(more));
    input.issues().add(type.at(input.place(), area.code().value(), arguments.toArray()));
  }

  /** Groups are left out: they are formed of municipalities and may be formed anew. */
  private Area within(Area area, Area town) {
    var ancestors = new TreeMap<>(area.ancestors());
    town.ancestors()
        .forEach(
            (id, code) -> {
              if (batch.findLevel(id).filter(known -> !known.group()).isPresent()) {
                ancestors.putIfAbsent(id, code);
              }
            });
    ancestors.put(TOWN, town.code());
    return AreaChanges.ancestors(area, ancestors);
  }

  /** The areas, and those of the level in municipalities that the file does not name. */
  List<Area> withOtherTowns(List<Area> areas) {
    var known = batch.listAreas(input.settings().edition(), level.id());
    if (!applies || known.isEmpty()) {
      return areas;
    }
    var named = areas.stream().map(AreasOfTowns::town).flatMap(Optional::stream).toList();
    var kept =
        known.stream()
            .filter(area -> town(area).filter(town -> !named.contains(town)).isPresent())
            .toList();
    if (kept.isEmpty()) {
      return areas;
    }
    requireOtherKeys(areas, kept);
    datasets.addAll(batch.listAreaDatasets(input.settings().edition(), level.id()));
    var names = kept.stream().map(this::townName).distinct().limit(NAMED).toList();
    input
        .issues()
        .add(
            BoundaryIssues.TOWNS_KEPT.at(
                input.place(), "", kept.size(), level.id(), String.join(", ", names)));
    var all = new TreeMap<AreaCode, Area>();
    kept.forEach(area -> all.put(area.code(), area));
    areas.forEach(area -> all.put(area.code(), area));
    return List.copyOf(all.values());
  }

  private void requireOtherKeys(List<Area> areas, List<Area> kept) {
    var taken = new HashMap<AreaCode, Area>();
    kept.forEach(area -> taken.put(area.code(), area));
    for (var area : areas) {
      Optional.ofNullable(taken.get(area.code()))
          .ifPresent(other -> report(BoundaryIssues.KEY_OF_ANOTHER_TOWN, area, townName(other)));
    }
  }

  private String townName(Area area) {
    var code = area.ancestors().get(TOWN);
    return Optional.ofNullable(towns.get(code)).map(Area::name).orElseGet(code::value);
  }

  private static Optional<AreaCode> town(Area area) {
    return Optional.ofNullable(area.ancestors().get(TOWN));
  }

  /**
   * Checks that no level is made of areas of single municipalities that is there as a whole.
   *
   * @throws InputRejectedException if one would be
   */
  void requireDerivable(List<String> levels) {
    for (var id : levels) {
      boolean there =
          batch.listLevels(input.settings().edition()).stream()
              .anyMatch(known -> known.id().equals(id));
      if (applies && there) {
        throw new InputRejectedException(
            BoundaryIssues.NOT_DERIVABLE_OF_PART.at(
                input.place(), id, id, input.settings().edition()));
      }
    }
  }
}
