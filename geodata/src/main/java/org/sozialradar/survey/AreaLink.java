package org.sozialradar.survey;

import java.util.List;
import org.sozialradar.area.BoundaryVersion;

/** How a respondent belongs to an area. */
public sealed interface AreaLink {

  /** Slug of the edition of boundaries that the link is resolved in, as {@link BoundaryVersion}. */
  String edition();

  /**
   * Id of the level that respondents are linked to, or of the finest that their place is looked up
   * in.
   */
  String level();

  /** Headings of the columns of the data file that the link needs. */
  List<String> columns();

  /**
   * A column holds the key of an area: municipality, district, quarter or a level of one's own.
   *
   * @param column heading of the key; text, leading zeros count
   * @param level id of the level, such as {@code municipality} or {@code district}
   * @param edition slug of the edition
   */
  record Key(String column, String level, String edition) implements AreaLink {
    public Key {
      requireText(column, "column");
      requireSlug(level, "level");
      requireSlug(edition, "edition");
    }

    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  /**
   * Two columns hold a place; the area that covers it is meant.
   *
   * @param x heading of the easting or longitude
   * @param y heading of the northing or latitude
   * @param crs coordinate reference system such as {@code EPSG:25833}; axes always in the order
   *     east, north
   * @param level id of the finest level to look in
   * @param edition slug of the edition
   */
  record Place(String x, String y, String crs, String level, String edition) implements AreaLink {
    public Place {
      requireText(x, "x");
      requireText(y, "y");
      if (x.equals(y)) {
        throw invalid(
            "y",
            "beide Koordinaten stehen in der Spalte „" + x + "“",
            "both coordinates are in the column '" + x + "'");
      }
      if (!crs.matches("EPSG:\\d{4,6}")) {
        throw invalid(
            "crs",
            "„" + crs + "“ ist kein Bezugssystem wie EPSG:25833",
            "'" + crs + "' is no reference system such as EPSG:25833");
      }
      requireSlug(level, "level");
      requireSlug(edition, "edition");
    }

    @Override
    public List<String> columns() {
      return List.of(x, y);
    }
  }

  /**
   * A column holds a postcode, and a crosswalk says which area that is.
   *
   * @param column heading of the postcode; text, leading zeros count
   * @param crosswalk name of the table of postcodes and area keys
   * @param level id of the level of the keys in the crosswalk
   * @param edition slug of the edition
   */
  record Postcode(String column, String crosswalk, String level, String edition)
      implements AreaLink {
    public Postcode {
      requireText(column, "column");
      requireText(crosswalk, "crosswalk");
      requireSlug(level, "level");
      requireSlug(edition, "edition");
    }

    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  private static void requireText(String value, String field) {
    if (value.isBlank()) {
      throw invalid(field, "die Angabe fehlt", "the value is missing");
    }
  }

  private static void requireSlug(String value, String field) {
    if (!value.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw invalid(
          field,
          "„" + value + "“ ist keine Kennung einer Ebene oder eines Gebietsstands",
          "'" + value + "' is no id of a level or an edition");
    }
  }

  private static InvalidQuestionnaireException invalid(String field, String de, String en) {
    return new InvalidQuestionnaireException("area-link-invalid", field, de, en);
  }
}
