package org.sozialradar.ingest.microdata;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.store.GeodataReader;
import org.sozialradar.survey.AreaLink;

/** The areas that respondents of a survey can belong to. Immutable. */
final class SurveyAreas {
  private final AreaLink link;
  private final String level;
  private final SortedMap<AreaCode, Area> areas = new TreeMap<>();
  private final List<AreaLevel> levels;

  private SurveyAreas(AreaLink link, String level, List<Area> areas, List<AreaLevel> levels) {
    this.link = link;
    this.level = level;
    areas.forEach(area -> this.areas.put(area.code(), area));
    this.levels = List.copyOf(levels);
  }

  /**
   * The areas of the edition and level that a questionnaire names.
   *
   * @throws InputRejectedException if there are none
   */
  static SurveyAreas of(GeodataReader reader, AreaLink link) {
    String level = levelOf(link);
    var editions = reader.listEditions();
    if (editions.stream().noneMatch(edition -> edition.id().equals(link.edition()))) {
      String known =
          editions.isEmpty()
              ? "–"
              : editions.stream().map(BoundaryVersion::id).collect(Collectors.joining(", "));
      throw new InputRejectedException(AreaIssues.EDITION_UNKNOWN.issue(link.edition(), known));
    }
    var areas = reader.listAreas(link.edition(), level);
    if (areas.isEmpty()) {
      throw new InputRejectedException(AreaIssues.LEVEL_EMPTY.issue(link.edition(), level));
    }
    return new SurveyAreas(link, level, areas, reader.listLevels(link.edition()));
  }

  private static String levelOf(AreaLink link) {
    if (link instanceof AreaLink.Key key) {
      return key.level();
    }
    return link instanceof AreaLink.Place place
        ? place.level()
        : ((AreaLink.Postcode) link).level();
  }

  AreaLink link() {
    return link;
  }

  String edition() {
    return link.edition();
  }

  /** Id of the level that respondents belong to areas of. */
  String level() {
    return level;
  }

  boolean contains(AreaCode code) {
    return areas.containsKey(code);
  }

  int size() {
    return areas.size();
  }

  /** Digits of the keys, where all have the same number and nothing else; 0 otherwise. */
  int digits() {
    int length = areas.firstKey().value().length();
    boolean same =
        areas.keySet().stream().allMatch(code -> code.value().matches("\\d{" + length + "}"));
    return same ? length : 0;
  }

  /** The levels that the areas belong to areas of, from coarse to fine, their own last. */
  List<AreaLevel> levels() {
    var held =
        areas.values().stream()
            .flatMap(area -> area.ancestors().keySet().stream())
            .collect(Collectors.toSet());
    return levels.stream()
        .filter(one -> one.id().equals(level) || held.contains(one.id()))
        .sorted()
        .toList();
  }

  /** For each area its area on a level; areas that belong to none there are left out. */
  Map<AreaCode, AreaCode> onLevel(String other) {
    var held = new TreeMap<AreaCode, AreaCode>();
    areas.forEach(
        (code, area) -> {
          if (other.equals(level)) {
            held.put(code, code);
          } else if (area.ancestors().containsKey(other)) {
            held.put(code, area.ancestors().get(other));
          }
        });
    return held;
  }

  /** The boundaries that there are. */
  SortedMap<AreaCode, Geometry> boundaries() {
    var boundaries = new TreeMap<AreaCode, Geometry>();
    areas.forEach(
        (code, area) -> {
          if (area.hasGeometry()) {
            boundaries.put(code, area.geometry());
          }
        });
    return Collections.unmodifiableSortedMap(boundaries);
  }
}
