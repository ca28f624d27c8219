package org.sozialradar.server.features;

import java.util.List;
import java.util.Optional;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.filter.Moment;
import org.sozialradar.filter.Value;
import org.sozialradar.filter.ValueType;
import org.sozialradar.layer.LayerAttribute;
import org.sozialradar.layer.LayerFeature;
import org.sozialradar.layer.LayerIndex;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Snapshot;

/** A context layer as a collection. */
public record LayerCollection(Snapshot snapshot, LayerIndex index) implements FeatureCollection {
  @Override
  public String id() {
    return index.layer().id();
  }

  @Override
  public LocalizedText title() {
    return index.layer().title();
  }

  @Override
  public LocalizedText description() {
    return index.layer().description();
  }

  @Override
  public List<Double> box() {
    var bounds = index.bounds();
    return bounds.isNull()
        ? List.of()
        : List.of(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
  }

  @Override
  public String layer() {
    return id();
  }

  @Override
  public Optional<String> edition() {
    return Optional.empty();
  }

  @Override
  public List<FeatureField> fields() {
    return index.layer().attributes().stream().map(LayerCollection::field).toList();
  }

  private static FeatureField field(LayerAttribute attribute) {
    var type =
        switch (attribute.type()) {
          case TEXT -> ValueType.TEXT;
          case NUMBER, INTEGER -> ValueType.NUMBER;
          case BOOLEAN -> ValueType.BOOLEAN;
          case DATE -> ValueType.DATE;
          case TIMESTAMP -> ValueType.TIMESTAMP;
        };
    return new FeatureField(
        attribute.name(),
        type,
        LocalizedText.same(attribute.name()),
        attribute.type() == LayerAttribute.Type.INTEGER);
  }

  @Override
  public List<String> ids() {
    return index.features().stream().map(LayerFeature::id).sorted().toList();
  }

  @Override
  public Optional<CollectionFeature> find(String id) {
    return index
        .find(id)
        .map(
            feature ->
                new CollectionFeature(
                    id, Optional.of(feature.geometry()), name -> value(feature, name)));
  }

  private Value value(LayerFeature feature, String name) {
    if (name.equals(GEOMETRY)) {
      return new Value.Shape(feature.geometry());
    }
    if (feature.text(name).isEmpty()) {
      return Value.MISSING;
    }
    var attribute =
        index.layer().attributes().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no property " + name));
    return value(attribute, feature);
  }

  private static Value value(LayerAttribute attribute, LayerFeature feature) {
    String text = feature.text(attribute.name());
    return switch (attribute.type()) {
      case TEXT -> Value.of(text);
      case NUMBER, INTEGER -> Value.of(Double.parseDouble(text));
      case BOOLEAN -> Value.of(Boolean.parseBoolean(text));
      case DATE -> new Value.When(Moment.of(LayerAttribute.day(text)));
      case TIMESTAMP -> new Value.When(Moment.of(LayerAttribute.time(text)));
    };
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(snapshot, List.of(index.layer().datasetId()));
  }
}
