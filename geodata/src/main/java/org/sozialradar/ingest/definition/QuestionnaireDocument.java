package org.sozialradar.ingest.definition;

import static org.sozialradar.ingest.InvalidSettingException.orElse;
import static org.sozialradar.ingest.InvalidSettingException.require;
import static org.sozialradar.ingest.InvalidSettingException.requireText;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.ingest.InvalidSettingException;
import org.sozialradar.survey.LonelyUnits;
import org.sozialradar.survey.Scale;

/**
 * A questionnaire as it stands in its file; keys that are absent arrive as null. The order of
 * items, scales and proportions is that of the file.
 *
 * @param questionnaire version of this format: 1
 * @param id slug
 * @param title what a person reads
 * @param theme theme of the catalogue
 * @param source who answers for the survey
 * @param example whether it is invented; absent means no
 * @param answers lists of answers, by name: code → label
 * @param missing codes that mean "no answer" for every item
 * @param items items by id
 * @param scales scales by id
 * @param proportions proportions by id
 * @param design roles of the sample; absent means a simple random sample
 * @param area how a respondent belongs to an area
 * @param publication thresholds of publication; absent means the defaults
 */
record QuestionnaireDocument(
    int questionnaire,
    String id,
    LocalizedText title,
    Indicator.Theme theme,
    SourceEntry source,
    boolean example,
    Map<String, Map<String, LocalizedText>> answers,
    List<String> missing,
    Map<String, ItemEntry> items,
    Map<String, ScaleEntry> scales,
    Map<String, ProportionEntry> proportions,
    DesignEntry design,
    AreaEntry area,
    PublicationEntry publication) {

  private static final int VERSION = 1;

  QuestionnaireDocument {
    if (questionnaire != VERSION) {
      throw new InvalidSettingException(
          "„questionnaire: 1“ fehlt: die Datei ist kein Fragebogen, den diese Version kennt",
          "'questionnaire: 1' is missing: the file is no questionnaire that this version knows");
    }
    requireText(id, "id");
    require(title, "title");
    require(theme, "theme");
    require(source, "source");
    require(area, "area");
    require(items, "items");
    answers = orElse(answers, new LinkedHashMap<>());
    missing = List.copyOf(orElse(missing, List.of()));
    scales = orElse(scales, new LinkedHashMap<>());
    proportions = orElse(proportions, new LinkedHashMap<>());
    design = orElse(design, DesignEntry.NONE);
    publication = orElse(publication, PublicationEntry.NONE);
  }

  /**
   * Who answers for the survey.
   *
   * @param publisher name
   * @param licence terms of the results
   * @param attribution whom the results are owed to
   */
  record SourceEntry(String publisher, Licence licence, String attribution) {
    SourceEntry {
      requireText(publisher, "publisher");
      require(licence, "licence");
      String url = InvalidSettingException.orElse(licence.url(), "");
      licence = new Licence(licence.id(), licence.title(), url);
      requireText(attribution, "attribution");
    }
  }

  /**
   * An item.
   *
   * @param column heading in the data file; absent means the item's id
   * @param wording question or statement
   * @param answers name of a list of answers
   * @param reverse whether it is reversed in scales
   */
  record ItemEntry(String column, LocalizedText wording, String answers, boolean reverse) {
    ItemEntry {
      column = orElse(column, "");
      require(wording, "wording");
      requireText(answers, "answers");
    }
  }

  /**
   * A scale of items or of scales.
   *
   * @param items ids of items; absent if it is made of scales
   * @param scales ids of scales; absent if it is made of items
   * @param leastAnswered share of the parts that must be answered
   */
  record ScaleEntry(
      LocalizedText title,
      LocalizedText description,
      List<String> items,
      List<String> scales,
      Double leastAnswered,
      Indicator.Polarity polarity) {
    ScaleEntry {
      require(title, "title");
      require(description, "description");
      if ((items == null) == (scales == null)) {
        throw new InvalidSettingException(
            "entweder „items“ oder „scales“ wird gebraucht",
            "either 'items' or 'scales' is needed");
      }
      leastAnswered = orElse(leastAnswered, Scale.LEAST_ANSWERED);
      polarity = orElse(polarity, Indicator.Polarity.POSITIVE);
    }

    Scale.Kind kind() {
      return items == null ? Scale.Kind.SCALES : Scale.Kind.ITEMS;
    }

    List<String> parts() {
      return items == null ? scales : items;
    }
  }

  /**
   * A proportion.
   *
   * @param item id of the item
   * @param codes answers that count
   */
  record ProportionEntry(
      LocalizedText title,
      LocalizedText description,
      String item,
      List<String> codes,
      Indicator.Polarity polarity) {
    ProportionEntry {
      require(title, "title");
      require(description, "description");
      requireText(item, "item");
      codes = List.copyOf(orElse(codes, List.of()));
      polarity = orElse(polarity, Indicator.Polarity.POSITIVE);
    }
  }

  /**
   * Columns that tell how the sample was drawn; see {@link org.sozialradar.survey.SurveyDesign}.
   */
  record DesignEntry(
      String weight, String stratum, String unit, String populationUnits, LonelyUnits lonelyUnits) {
    static final DesignEntry NONE = new DesignEntry(null, null, null, null, null);

    DesignEntry {
      weight = orElse(weight, "");
      stratum = orElse(stratum, "");
      unit = orElse(unit, "");
      populationUnits = orElse(populationUnits, "");
      lonelyUnits = orElse(lonelyUnits, LonelyUnits.REFUSE);
    }
  }

  /**
   * How a respondent belongs to an area: one of {@code key}, {@code x} with {@code y} and {@code
   * crs}, or {@code postcode} with {@code crosswalk}.
   */
  record AreaEntry(
      String key,
      String x,
      String y,
      String crs,
      String postcode,
      String crosswalk,
      String level,
      String edition) {
    AreaEntry {
      requireText(level, "level");
      requireText(edition, "edition");
      long ways = java.util.stream.Stream.of(key, x, postcode).filter(way -> way != null).count();
      if (ways != 1) {
        throw new InvalidSettingException(
            "genau eines wird gebraucht: „key“, „x“ und „y“, oder „postcode“",
            "exactly one is needed: 'key', 'x' and 'y', or 'postcode'");
      }
    }
  }

  /** Thresholds of publication; see {@link org.sozialradar.disclosure.SurveyRule}. */
  record PublicationEntry(
      Integer minRespondents,
      Integer minCells,
      Integer minSizes,
      Double proportionBound,
      Double scaleBound,
      Double proportionLimited,
      Double proportionHidden,
      Double scaleLimited,
      Double scaleHidden,
      Double proportionStep,
      Double scaleStep) {
    static final PublicationEntry NONE =
        new PublicationEntry(null, null, null, null, null, null, null, null, null, null, null);

    /** The thresholds that are given, as the rule names them. */
    Map<String, Double> thresholds() {
      var given = new LinkedHashMap<String, Double>();
      put(given, "minRespondents", minRespondents);
      put(given, "minCells", minCells);
      put(given, "minSizes", minSizes);
      put(given, "proportionBound", proportionBound);
      put(given, "scaleBound", scaleBound);
      put(given, "proportionLimited", proportionLimited);
      put(given, "proportionHidden", proportionHidden);
      put(given, "scaleLimited", scaleLimited);
      put(given, "scaleHidden", scaleHidden);
      put(given, "proportionStep", proportionStep);
      put(given, "scaleStep", scaleStep);
      return given;
    }

    private static void put(Map<String, Double> given, String name, Number value) {
      if (value != null) {
        given.put(name, value.doubleValue());
      }
    }
  }
}
