package org.sozialradar.layer;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * A layer with its features.
 *
 * @param layer what is known of it
 * @param features at least one, each id once, all of the layer's kind and with no other attributes
 *     than those of the layer
 */
public record LayerContent(ContextLayer layer, List<LayerFeature> features) {
  public LayerContent {
    features = List.copyOf(features);
    if (features.isEmpty()) {
      throw new IllegalArgumentException("layer " + layer.id() + " is empty");
    }
    var ids = new HashSet<String>();
    var names = new HashSet<>(layer.attributes().stream().map(LayerAttribute::name).toList());
    for (var feature : features) {
      requireFitting(layer, feature, names.containsAll(feature.attributes().keySet()));
      if (!ids.add(feature.id())) {
        throw new IllegalArgumentException("layer " + layer.id() + " has twice " + feature.id());
      }
    }
  }

  private static void requireFitting(ContextLayer layer, LayerFeature feature, boolean known) {
    boolean kind = GeometryKind.of(feature.geometry()).filter(layer.geometry()::equals).isPresent();
    if (!kind || !known) {
      throw new IllegalArgumentException(
          "feature " + feature.id() + " does not fit the layer " + layer.id());
    }
  }

  /**
   * A feature's value as its layer says what it is: a number, a Boolean, or a text, as which days
   * and times are given.
   *
   * @param texts of the feature, which has one of the attribute
   */
  public static Object value(LayerAttribute attribute, Map<String, String> texts) {
    String text = texts.get(attribute.name());
    if (attribute.type().isNumeric()) {
      return number(text);
    }
    if (attribute.type() == LayerAttribute.Type.BOOLEAN) {
      return Boolean.valueOf(text);
    }
    return text;
  }

  private static Number number(String text) {
    double number = Double.parseDouble(text);
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    if (whole) {
      return (long) number;
    }
    return number;
  }
}
