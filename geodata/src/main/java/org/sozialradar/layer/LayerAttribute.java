package org.sozialradar.layer;

/**
 * A column of a layer.
 *
 * @param name as in the file that it came from
 * @param type whether all its texts are numbers
 */
public record LayerAttribute(String name, Type type) {
  /** What the texts of a column are. */
  public enum Type {
    TEXT,
    NUMBER
  }

  public LayerAttribute {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an attribute without name");
    }
  }
}
