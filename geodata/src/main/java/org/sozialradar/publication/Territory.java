package org.sozialradar.publication;

import java.util.HashMap;
import java.util.Map;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaHierarchy;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.store.GeodataReader;
import org.sozialradar.survey.AreaLink;

/** The areas that a store holds. */
public final class Territory {
  private final GeodataReader reader;

  /**
   * @param reader answers as long as this is used
   */
  public Territory(GeodataReader reader) {
    this.reader = reader;
  }

  /**
   * The areas of an edition.
   *
   * @throws PublicationException if the store has no such edition
   */
  AreaHierarchy hierarchy(String edition) {
    var areas = new HashMap<String, java.util.List<Area>>();
    for (var level : reader.listLevels(edition)) {
      areas.put(level.id(), reader.listAreas(edition, level.id()));
    }
    if (areas.isEmpty()) {
      throw new PublicationException(
          "edition-unknown",
          "den Gebietsstand „" + edition + "“ gibt es hier nicht; erst die Grenzen importieren",
          "there is no edition '" + edition + "' here; import its boundaries first");
    }
    return AreaHierarchy.of(Map.copyOf(areas));
  }

  /**
   * The level that a questionnaire links respondents to.
   *
   * @throws PublicationException if the edition has no such level
   */
  String level(AreaLink link) {
    String level = link.level();
    if (reader.listLevels(link.edition()).stream().map(AreaLevel::id).noneMatch(level::equals)) {
      throw new PublicationException(
          "level-unknown",
          "die Ebene „" + level + "“ gibt es im Gebietsstand „" + link.edition() + "“ nicht",
          "there is no level '" + level + "' in the edition '" + link.edition() + "'");
    }
    return level;
  }
}
