package org.sozialradar.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaHierarchy;
import org.sozialradar.area.CorrespondenceGraph;
import org.sozialradar.disclosure.DisclosureRule;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorResolution;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.store.GeodataReader;

/**
 * What a store has published, answered as everybody else gets it: models and indices rest on
 * nothing else. For use by one thread while the reader serves.
 */
final class PublishedValues {
  private final GeodataReader reader;
  private final IndicatorResolution resolution;
  private final Map<String, AreaHierarchy> hierarchies = new HashMap<>();

  PublishedValues(GeodataReader reader) {
    this.reader = reader;
    var editions = reader.listEditions();
    for (var edition : editions) {
      var areas = new HashMap<String, List<Area>>();
      reader
          .listLevels(edition.id())
          .forEach(level -> areas.put(level.id(), reader.listAreas(edition.id(), level.id())));
      hierarchies.put(edition.id(), AreaHierarchy.of(areas));
    }
    var indicators = reader.listIndicators();
    var tables = new ArrayList<IndicatorTable>();
    indicators.forEach(indicator -> tables.addAll(reader.listTables(indicator.id())));
    resolution =
        IndicatorResolution.of(
            indicators,
            tables,
            editions,
            hierarchies,
            CorrespondenceGraph.of(reader.listCorrespondences()));
  }

  /** Number of the revision that is answered from. */
  long revision() {
    return reader.currentRevision().number();
  }

  /**
   * The definition of an indicator.
   *
   * @param field where it is named, for the message
   * @throws PublicationException if there is none
   */
  Indicator indicator(String id, String field) {
    return Optional.ofNullable(resolution.indicators().get(id))
        .orElseThrow(
            () ->
                new PublicationException(
                    "indicator-unknown",
                    field,
                    "einen Indikator „" + id + "“ gibt es hier nicht",
                    "there is no indicator '" + id + "' here"));
  }

  /** The areas of a level. */
  SortedSet<AreaCode> codes(Place place) {
    var hierarchy = hierarchies.get(place.edition());
    if (hierarchy == null || !hierarchy.ownLevels().contains(place.level())) {
      throw new PublicationException(
          "level-unknown",
          "die Ebene „"
              + place.level()
              + "“ gibt es im Gebietsstand „"
              + place.edition()
              + "“ nicht",
          "there is no level '" + place.level() + "' in the edition '" + place.edition() + "'");
    }
    return hierarchy.codes(place.level());
  }

  AreaHierarchy hierarchy(String edition) {
    return hierarchies.get(edition);
  }

  /** The areas with their geometry. */
  List<Area> areas(Place place) {
    return reader.listAreas(place.edition(), place.level());
  }

  /**
   * Where values are asked for.
   *
   * @param edition edition of boundaries
   * @param level level
   */
  record Place(String edition, String level) {}

  /** The published values of an indicator, if it has any there. */
  Optional<PublishedTable> find(String id, Place place) {
    return resolution
        .find(id, place.edition(), place.level())
        .map(DisclosureRule.OFFICIAL::publish);
  }

  /**
   * The newest period of an indicator that is not after another.
   *
   * @param field where it is named, for the message
   * @throws PublicationException if there is none
   */
  ReferencePeriod newest(String id, Place place, ReferencePeriod limit, String field) {
    return find(id, place).stream()
        .flatMap(table -> table.periods().stream())
        .filter(period -> period.year() <= limit.year())
        .max(ReferencePeriod::compareTo)
        .orElseThrow(() -> missing(id, place, limit.id(), field));
  }

  /**
   * The published estimates of a period by area.
   *
   * @param field where it is named, for the message
   * @throws PublicationException if there are none
   */
  Map<AreaCode, Estimate> column(String id, Place place, ReferencePeriod period, String field) {
    var table =
        find(id, place)
            .filter(one -> one.periods().contains(period))
            .orElseThrow(() -> missing(id, place, period.id(), field));
    var estimates = table.column(period);
    var column = new HashMap<AreaCode, Estimate>();
    for (int i = 0; i < estimates.size(); i++) {
      column.put(table.codes().get(i), estimates.get(i));
    }
    return column;
  }

  private static PublicationException missing(String id, Place place, String period, String field) {
    return new PublicationException(
        "values-missing",
        field,
        "„%s“ hat keine Werte für %s, Ebene %s, Gebietsstand %s"
            .formatted(id, period, place.level(), place.edition()),
        "'%s' has no values for %s, level %s, edition %s"
            .formatted(id, period, place.level(), place.edition()));
  }

  /** The data sets that an indicator's values come from. */
  SortedSet<String> datasets(String id) {
    return new TreeSet<>(resolution.datasets(id));
  }
}
