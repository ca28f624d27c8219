package org.sozialradar.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Descriptions of releases as a store keeps them: JSON with their components by name. */
public final class ReleaseText {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ReleaseText() {}

  /** The JSON of a description. */
  public static String write(ReleaseDescription description) {
    try {
      return MAPPER.writeValueAsString(description);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a description cannot be written as JSON", impossible);
    }
  }

  /**
   * The description of a JSON that {@link #write} made.
   *
   * @throws IllegalStateException if it is none
   */
  public static ReleaseDescription read(String json) {
    try {
      return MAPPER.readValue(json, ReleaseDescription.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("the description of a release is damaged", damaged);
    }
  }
}
