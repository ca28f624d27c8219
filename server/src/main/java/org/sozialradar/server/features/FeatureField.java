package org.sozialradar.server.features;

import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.filter.ValueType;

/**
 * A property of the features of a collection.
 *
 * @param name unique in the collection
 * @param type what its values are
 * @param title what people call it, with its unit
 */
public record FeatureField(String name, ValueType type, LocalizedText title) {}
