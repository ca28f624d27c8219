package org.sozialradar.ingest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A column of a table, after Table Schema.
 *
 * @param name text of the header, after joining its rows
 * @param type type after Table Schema; absent means string
 * @param decimalChar decimal separator; absent means that it is detected for the file
 * @param groupChar separator of thousands; empty means that none is allowed
 * @param radar what the column means; absent columns are checked for presence only
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SchemaField(
    String name, String type, String decimalChar, String groupChar, FieldSettings radar) {
  public SchemaField {
    InvalidSettingException.requireText(name, "name");
    type = InvalidSettingException.orElse(type, "string");
    decimalChar = InvalidSettingException.orElse(decimalChar, "");
    groupChar = InvalidSettingException.orElse(groupChar, "");
    radar = InvalidSettingException.orElse(radar, FieldSettings.NONE);
    if (!decimalChar.isEmpty() && !decimalChar.equals(".") && !decimalChar.equals(",")) {
      throw new InvalidSettingException(
          "„decimalChar“ ist Punkt oder Komma", "'decimalChar' is a dot or a comma");
    }
    if (groupChar.length() > 1 || (!groupChar.isEmpty() && groupChar.equals(decimalChar))) {
      throw new InvalidSettingException(
          "„groupChar“ ist ein Zeichen und nicht das Dezimalzeichen",
          "'groupChar' is one character and not the decimal separator");
    }
  }
}
