package org.sozialradar.ingest;

import org.sozialradar.dataset.LocalizedText;

/** A value of the manifest is missing or wrong; thrown by the records that hold such values. */
public final class InvalidSettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final transient LocalizedText text;

  public InvalidSettingException(String de, String en) {
    super(en);
    text = new LocalizedText(de, en);
  }

  public LocalizedText text() {
    return text;
  }

  /** Checks that a text is there. Absent keys of the manifest arrive as null. */
  public static String requireText(String value, String key) {
    if (value == null || value.isBlank()) {
      throw new InvalidSettingException(
          "„" + key + "“ fehlt oder ist leer", "'" + key + "' is missing or empty");
    }
    return value;
  }

  /** Checks that a value is there. Absent keys of the manifest arrive as null. */
  public static <T> T require(T value, String key) {
    if (value == null) {
      throw new InvalidSettingException("„" + key + "“ fehlt", "'" + key + "' is missing");
    }
    return value;
  }

  /** The default for a key that is absent. */
  public static <T> T orElse(T value, T absent) {
    return value == null ? absent : value;
  }
}
