package org.sozialradar.area;

import java.util.regex.Pattern;

/**
 * The key of an area within a level and edition, always text: leading zeros count.
 *
 * @param value 1 to 40 characters, letters, digits, {@code . _ -}; for German municipalities the
 *     AGS of 8 digits
 */
public record AreaCode(String value) implements Comparable<AreaCode> {
  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{Nd}._-]{1,40}");

  public AreaCode {
    if (!isCode(value)) {
      throw new IllegalArgumentException("not an area code: '" + value + "'");
    }
  }

  /** Whether a text can be a code. */
  public static boolean isCode(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(AreaCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
