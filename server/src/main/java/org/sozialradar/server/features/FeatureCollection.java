package org.sozialradar.server.features;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.filter.Queryables;
import org.sozialradar.filter.ValueType;
import org.sozialradar.server.snapshot.Provenance;

/** What OGC API calls a collection of features: a level of areas, or a context layer. */
public interface FeatureCollection {
  /** Name of the geometry among the properties that filters may ask for. */
  String GEOMETRY = "geometry";

  /** Stands in addresses. */
  String id();

  LocalizedText title();

  LocalizedText description();

  /** West, south, east, north in degrees; empty if there is nothing. */
  List<Double> box();

  /** The level of areas, or the context layer, as addresses of tiles name it. */
  String layer();

  /** Id of the edition of the areas; empty for a context layer. */
  Optional<String> edition();

  /** The properties in their order, without the geometry. */
  List<FeatureField> fields();

  /** Ids of all features, ascending; pages follow this order. */
  List<String> ids();

  /** A feature by its id. */
  Optional<CollectionFeature> find(String id);

  /**
   * The geometries of some features, in EPSG:4326, longitude first; not to be changed. Features
   * without a place are left out.
   *
   * @param ids some hundreds at most, all known
   */
  default Map<String, Geometry> geometries(List<String> ids) {
    var found = new HashMap<String, Geometry>();
    for (var id : ids) {
      find(id).flatMap(CollectionFeature::geometry).ifPresent(one -> found.put(id, one));
    }
    return found;
  }

  /** Where features and values come from. */
  Provenance provenance();

  /** The properties that filters may ask for. */
  default Queryables queryables() {
    var types = new LinkedHashMap<String, ValueType>();
    fields().forEach(field -> types.put(field.name(), field.type()));
    types.put(GEOMETRY, ValueType.GEOMETRY);
    return new Queryables(types);
  }
}
