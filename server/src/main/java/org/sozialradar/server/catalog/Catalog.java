package org.sozialradar.server.catalog;

import java.util.List;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.dataset.SourceFile;

/**
 * The catalogue as it goes out. Lists that may be absent are null in JSON where the API says so.
 *
 * @param revision revision of the data
 * @param stamp tells the revision from one of the same number in a store that was made anew; to be
 *     put into addresses of values that are kept for ever
 * @param example whether any of the data are invented
 * @param defaultEdition edition that is shown first, empty if there is none
 * @param population id of the indicator that says how many people live in an area; null if there is
 *     none
 * @param editions editions by validity
 * @param levels levels from coarse to fine
 * @param themes themes of the indicators
 * @param datasets data sets by id
 * @param indicators indicators by id
 * @param layers context layers by id
 */
record Catalog(
    long revision,
    String stamp,
    boolean example,
    String defaultEdition,
    String population,
    List<Edition> editions,
    List<Level> levels,
    List<Theme> themes,
    List<DatasetEntry> datasets,
    List<IndicatorEntry> indicators,
    List<LayerEntry> layers) {

  record Edition(
      String id,
      String validFrom,
      LocalizedText title,
      String dataset,
      List<EditionLevel> levels) {}

  /**
   * A level of an edition; {@code bbox} and {@code tiles} are null if no area has a boundary.
   *
   * @param datasets ids of the data sets that its areas come from
   * @param within names of the municipalities that its areas lie in, if it lies below these and so
   *     covers some of them only; else null
   */
  record EditionLevel(
      String level,
      int areas,
      long withoutGeometry,
      List<Double> bbox,
      String tiles,
      List<String> datasets,
      List<String> within) {}

  record Level(String id, LocalizedText name, LocalizedText plural, int rank, boolean group) {}

  /**
   * A context layer; {@code facility} and {@code nameAttribute} are null if it has none.
   *
   * @param geometry point, line or polygon
   * @param role facility, hazard or other
   */
  record LayerEntry(
      String id,
      LocalizedText title,
      String geometry,
      String role,
      String facility,
      String nameAttribute,
      String dataset,
      boolean example,
      String attribution,
      String tiles) {}

  record Theme(String id, LocalizedText name) {}

  record DatasetEntry(
      String id,
      LocalizedText title,
      String publisher,
      Licence licence,
      String attribution,
      String vintage,
      boolean example,
      List<SourceFile> files,
      String importedAt) {}

  record Unit(String id, LocalizedText symbol) {}

  /**
   * An indicator; {@code middle} and {@code formula} are null if it has none, the native ones if
   * nothing answers it, {@code result} if it was not computed here.
   */
  record IndicatorEntry(
      String id,
      LocalizedText name,
      LocalizedText description,
      Unit unit,
      int decimals,
      String polarity,
      String kind,
      Double middle,
      String theme,
      String dataset,
      String nativeLevel,
      String nativeEdition,
      String formula,
      List<String> levels,
      List<String> editions,
      List<String> periods,
      boolean example,
      Result result) {}

  /**
   * How an indicator was computed here.
   *
   * @param kind survey, model or index
   * @param method address of the document of its newest period
   */
  record Result(String kind, String method) {}
}
