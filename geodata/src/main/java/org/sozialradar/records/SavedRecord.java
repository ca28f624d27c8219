package org.sozialradar.records;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Something that an office saved.
 *
 * @param kind what it is, such as {@code weight-set}: letters a–z, digits and hyphens, at most 40
 * @param id unique within its kind: letters, digits, hyphens and underscores, at most 64
 * @param name what a person calls it, 1..200 characters, no control characters
 * @param savedAt when it was saved last
 * @param json a JSON object, at most {@value #MOST_JSON} characters
 */
public record SavedRecord(String kind, String id, String name, Instant savedAt, String json) {
  /** Most characters of what is saved. */
  public static final int MOST_JSON = 1 << 20;

  /** Most characters of a name. */
  public static final int MOST_NAME = 200;

  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  /**
   * Checks the record.
   *
   * @throws InvalidRecordException {@code kind-unfit}, {@code id-unfit}, {@code name-unfit}, {@code
   *     json-too-long}
   */
  public SavedRecord {
    require(KIND.matcher(kind).matches(), "kind-unfit", Map.of("kind", kind));
    require(isId(id), "id-unfit", Map.of("id", id));
    boolean named = !name.isBlank() && name.length() <= MOST_NAME;
    require(
        named && name.chars().noneMatch(Character::isISOControl),
        "name-unfit",
        Map.of("most", Integer.toString(MOST_NAME)));
    require(
        json.length() <= MOST_JSON,
        "json-too-long",
        Map.of("characters", Integer.toString(json.length()), "most", Integer.toString(MOST_JSON)));
  }

  /** Whether a text can be the id of a record. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private static void require(boolean holds, String code, Map<String, String> details) {
    if (!holds) {
      throw new InvalidRecordException(code, details);
    }
  }
}
