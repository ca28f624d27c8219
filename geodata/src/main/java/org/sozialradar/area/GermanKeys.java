package org.sozialradar.area;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys of German administration, as the statistical offices define them.
 *
 * <p>The AGS (amtlicher Gemeindeschlüssel) has 8 digits: state 2, region 1, district 2,
 * municipality 3. The ARS (amtlicher Regionalschlüssel) has 12: state 2, region 1, district 2,
 * association 4, municipality 3. So AGS = ARS[0:5] + ARS[9:12], and the first 9 digits of an ARS
 * name the association of municipalities. Keys are text: leading zeros count.
 *
 * <p>Source: Destatis, Gemeindeverzeichnis-Informationssystem (GV-ISys), description of the keys.
 * Safe for use by many threads.
 */
public final class GermanKeys {
  /** Length of an AGS. */
  public static final int AGS_LENGTH = 8;

  /** Length of an ARS. */
  public static final int ARS_LENGTH = 12;

  private static final Pattern AGS = Pattern.compile("(0[1-9]|1[0-6])[0-9]{6}");
  private static final Pattern ARS = Pattern.compile("(0[1-9]|1[0-6])[0-9]{10}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private static final Map<String, String> STATES =
      Map.ofEntries(
          Map.entry("01", "Schleswig-Holstein"),
          Map.entry("02", "Hamburg"),
          Map.entry("03", "Niedersachsen"),
          Map.entry("04", "Bremen"),
          Map.entry("05", "Nordrhein-Westfalen"),
          Map.entry("06", "Hessen"),
          Map.entry("07", "Rheinland-Pfalz"),
          Map.entry("08", "Baden-Württemberg"),
          Map.entry("09", "Bayern"),
          Map.entry("10", "Saarland"),
          Map.entry("11", "Berlin"),
          Map.entry("12", "Brandenburg"),
          Map.entry("13", "Mecklenburg-Vorpommern"),
          Map.entry("14", "Sachsen"),
          Map.entry("15", "Sachsen-Anhalt"),
          Map.entry("16", "Thüringen"));

  /** Regierungsbezirke, and former ones that official statistics still report for. */
  private static final Map<String, String> REGIONS =
      Map.ofEntries(
          Map.entry("031", "Braunschweig"),
          Map.entry("032", "Hannover"),
          Map.entry("033", "Lüneburg"),
          Map.entry("034", "Weser-Ems"),
          Map.entry("051", "Düsseldorf"),
          Map.entry("053", "Köln"),
          Map.entry("055", "Münster"),
          Map.entry("057", "Detmold"),
          Map.entry("059", "Arnsberg"),
          Map.entry("064", "Darmstadt"),
          Map.entry("065", "Gießen"),
          Map.entry("066", "Kassel"),
          Map.entry("071", "Koblenz"),
          Map.entry("072", "Trier"),
          Map.entry("073", "Rheinhessen-Pfalz"),
          Map.entry("081", "Stuttgart"),
          Map.entry("082", "Karlsruhe"),
          Map.entry("083", "Freiburg"),
          Map.entry("084", "Tübingen"),
          Map.entry("091", "Oberbayern"),
          Map.entry("092", "Niederbayern"),
          Map.entry("093", "Oberpfalz"),
          Map.entry("094", "Oberfranken"),
          Map.entry("095", "Mittelfranken"),
          Map.entry("096", "Unterfranken"),
          Map.entry("097", "Schwaben"),
          Map.entry("145", "Chemnitz"),
          Map.entry("146", "Dresden"),
          Map.entry("147", "Leipzig"));

  private GermanKeys() {}

  /**
   * Whether the text is an AGS of a municipality: 8 digits that begin with one of the 16 states.
   */
  public static boolean isAgs(String key) {
    return AGS.matcher(key).matches();
  }

  /**
   * Whether the text is an ARS of a municipality: 12 digits that begin with one of the 16 states.
   */
  public static boolean isArs(String key) {
    return ARS.matcher(key).matches();
  }

  /**
   * The AGS within an ARS.
   *
   * @throws IllegalArgumentException if the key is no ARS
   */
  public static String agsOfArs(String ars) {
    requireArs(ars);
    return ars.substring(0, 5) + ars.substring(9);
  }

  /**
   * The key of the association (Gemeindeverband) that an ARS names: 9 digits. A municipality of no
   * association is one by itself.
   *
   * @throws IllegalArgumentException if the key is no ARS
   */
  public static String associationOfArs(String ars) {
    requireArs(ars);
    return ars.substring(0, 9);
  }

  /**
   * The key of the district, 5 digits.
   *
   * @throws IllegalArgumentException if the key is no AGS
   */
  public static String districtOfAgs(String ags) {
    requireAgs(ags);
    return ags.substring(0, 5);
  }

  /**
   * The key of the region (Regierungsbezirk), 3 digits; empty where a state has none, that is where
   * the third digit is 0.
   *
   * @throws IllegalArgumentException if the key is no AGS
   */
  public static Optional<String> findRegionOfAgs(String ags) {
    requireAgs(ags);
    return ags.charAt(2) == '0' ? Optional.empty() : Optional.of(ags.substring(0, 3));
  }

  /**
   * The key of the state, 2 digits.
   *
   * @throws IllegalArgumentException if the key is no AGS
   */
  public static String stateOfAgs(String ags) {
    requireAgs(ags);
    return ags.substring(0, 2);
  }

  /** The name of a state by its key of 2 digits; empty for other keys. */
  public static Optional<String> findStateName(String key) {
    return Optional.ofNullable(STATES.get(key));
  }

  /** The name of a region by its key of 3 digits; empty for other keys. */
  public static Optional<String> findRegionName(String key) {
    return Optional.ofNullable(REGIONS.get(key));
  }

  /**
   * Restores the zeros that a key lost when a program kept it as a number.
   *
   * @param key the key as it stands in the file
   * @param length digits that it must have
   * @return the key with zeros before it; unchanged if it has the length, is longer or is not made
   *     of digits alone
   */
  public static String restoreLeadingZeros(String key, int length) {
    if (key.length() >= length || !DIGITS.matcher(key).matches()) {
      return key;
    }
    return "0".repeat(length - key.length()) + key;
  }

  private static void requireAgs(String key) {
    if (!isAgs(key)) {
      throw new IllegalArgumentException("not an AGS: '" + key + "'");
    }
  }

  private static void requireArs(String key) {
    if (!isArs(key)) {
      throw new IllegalArgumentException("not an ARS: '" + key + "'");
    }
  }
}
