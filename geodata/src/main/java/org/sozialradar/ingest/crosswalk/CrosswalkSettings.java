package org.sozialradar.ingest.crosswalk;

import java.time.LocalDate;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.InvalidSettingException;
import org.sozialradar.ingest.ResourceSettings;

/**
 * How a crosswalk is read.
 *
 * @param level level of both sides; absent means municipality
 * @param from edition of the old keys
 * @param to edition of the new keys
 * @param columns headers of the table
 * @param rounding by how much shares of an old area may miss 1 as their publisher rounded them;
 *     they are then scaled to 1 and reported; absent means {@value #ROUNDING}
 */
public record CrosswalkSettings(
    String level, KeyEdition from, KeyEdition to, Headers columns, Double rounding)
    implements ResourceSettings {
  /** The BBSR rounds to four digits; at most five rows of an old area deviate. */
  static final double ROUNDING = 0.00025;

  private static final double MAX_ROUNDING = 0.01;

  /**
   * An edition; made of keys and names alone if the store does not know it.
   *
   * @param id its id
   * @param validFrom first day for which it holds; needed if the store does not know it
   * @param title what a person reads; absent means the id
   */
  public record KeyEdition(String id, LocalDate validFrom, LocalizedText title) {
    public KeyEdition {
      InvalidSettingException.requireText(id, "id");
      InvalidSettingException.require(validFrom, "validFrom");
      title = InvalidSettingException.orElse(title, LocalizedText.same(id));
    }
  }

  /**
   * Headers of the table.
   *
   * @param from key of the old area
   * @param fromName its name
   * @param to key of the new area
   * @param toName its name
   * @param areaShare share of the old area's surface
   * @param populationShare share of the old area's population
   * @param population population of the old area, in any unit; says whether it is uninhabited
   */
  public record Headers(
      String from,
      String fromName,
      String to,
      String toName,
      String areaShare,
      String populationShare,
      String population) {
    public Headers {
      InvalidSettingException.requireText(from, "from");
      InvalidSettingException.requireText(fromName, "fromName");
      InvalidSettingException.requireText(to, "to");
      InvalidSettingException.requireText(toName, "toName");
      InvalidSettingException.requireText(areaShare, "areaShare");
      InvalidSettingException.requireText(populationShare, "populationShare");
      InvalidSettingException.requireText(population, "population");
    }
  }

  public CrosswalkSettings {
    level = InvalidSettingException.orElse(level, "municipality");
    InvalidSettingException.require(from, "from");
    InvalidSettingException.require(to, "to");
    InvalidSettingException.require(columns, "columns");
    rounding = InvalidSettingException.orElse(rounding, ROUNDING);
    if (!(rounding >= 0 && rounding <= MAX_ROUNDING)) {
      throw new InvalidSettingException("„rounding“ liegt in 0..0,01", "'rounding' is in 0..0.01");
    }
    if (from.id().equals(to.id())) {
      throw new InvalidSettingException(
          "„from“ und „to“ sind dieselbe Ausgabe", "'from' and 'to' are the same edition");
    }
  }
}
