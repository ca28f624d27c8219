package org.sozialradar.ingest;

/**
 * What stands under {@code radar} of a column.
 *
 * @param role what the column means; absent means that it is ignored
 * @param keyType form of a key column
 * @param part for a key that is split over columns: how many digits this column gives; 0 if the
 *     column holds the whole key
 * @param indicator for a value column, and a column that says more of its values, the id of its
 *     indicator
 * @param period for such a column the period of all its values; empty if a column or the header
 *     names it
 * @param header text of the header if it is not the name of the field; {@code {year}} in it stands
 *     for a year of four digits, which is then the period: one field for a column of each year
 */
public record FieldSettings(
    Role role, KeyType keyType, int part, String indicator, String period, String header) {
  public static final FieldSettings NONE = new FieldSettings(null, null, 0, null, null, null);

  /** Stands for the year in {@link #header()}. */
  public static final String YEAR = "{year}";

  /** What a column means. */
  public enum Role {
    IGNORE,
    KEY,
    PERIOD,
    VALUE,
    /** What stands behind the value beside it, or why there is none, by the names of exports. */
    STATUS,
    /** Lower end of the value's 95 % interval. */
    LOWER,
    /** Upper end of the value's 95 % interval. */
    UPPER,
    /** How many respondents the value rests on, as a class such as {@code 20-49}. */
    RESPONDENTS;

    /** Whether it says something of the value in another column. */
    public boolean isBesideValue() {
      return this == STATUS || this == LOWER || this == UPPER || this == RESPONDENTS;
    }
  }

  /** Form of a German key. */
  public enum KeyType {
    /** Amtlicher Gemeindeschlüssel, 8 digits. */
    AGS(8),
    /** Amtlicher Regionalschlüssel, 12 digits. */
    ARS(12),
    /** Gemeindeverband: the first 9 digits of the ARS. */
    GVB(9),
    /** Kreis: the first 5 digits. */
    DISTRICT(5),
    /** Land: the first 2 digits. */
    STATE(2),
    /** A code as it stands, for own areas. */
    CODE(0);

    private final int digits;

    KeyType(int digits) {
      this.digits = digits;
    }

    /** Number of digits, 0 for a code of any form. */
    public int digits() {
      return digits;
    }
  }

  public FieldSettings {
    role = InvalidSettingException.orElse(role, Role.IGNORE);
    keyType = InvalidSettingException.orElse(keyType, KeyType.CODE);
    indicator = InvalidSettingException.orElse(indicator, "");
    period = InvalidSettingException.orElse(period, "");
    header = InvalidSettingException.orElse(header, "");
    if (part < 0 || part > 12) {
      throw new InvalidSettingException("„part“ liegt in 1..12", "'part' is in 1..12");
    }
    if ((role == Role.VALUE || role.isBesideValue()) && indicator.isEmpty()) {
      throw new InvalidSettingException(
          "eine Spalte mit Werten oder zu Werten nennt „indicator“",
          "a column of values or beside values names 'indicator'");
    }
    if (header.contains(YEAR) && (role != Role.VALUE || !period.isEmpty())) {
      throw new InvalidSettingException(
          "„{year}“ steht nur im Kopf einer Wertspalte ohne „period“",
          "'{year}' stands only in the header of a value column without 'period'");
    }
  }
}
