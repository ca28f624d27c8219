package org.sozialradar.server.features;

import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.filter.ValueType;

/**
 * A property of the features of a collection.
 *
 * @param name unique in the collection
 * @param type what its values are
 * @param title what people call it, with its unit
 * @param whole whether it is a number and all its values are whole
 */
public record FeatureField(String name, ValueType type, LocalizedText title, boolean whole) {
  /** A property that is no number, or whose numbers may have decimals. */
  public FeatureField(String name, ValueType type, LocalizedText title) {
    this(name, type, title, false);
  }
}
