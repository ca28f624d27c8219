package org.sozialradar.layer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.IndexedAreas;

/**
 * Which facilities of each kind stand in the areas of a level, and how far the nearest one is,
 * counted once for all areas. Immutable and safe for use by many threads.
 *
 * <p>A facility stands in at most one area. The distance is that of the geodesic from a point
 * within the area, the same one always, to the nearest facility of the kind, wherever that stands:
 * it says something of small areas, and little of large ones.
 */
public final class FacilitySupply {
  private final Map<FacilityKind, Set<String>> layers = new EnumMap<>(FacilityKind.class);
  private final Map<FacilityKind, Map<AreaCode, List<FacilityPlace>>> within =
      new EnumMap<>(FacilityKind.class);
  private final Map<FacilityKind, Map<AreaCode, Double>> nearest =
      new EnumMap<>(FacilityKind.class);
  private final Set<AreaCode> areas;

  private FacilitySupply(Set<AreaCode> areas) {
    this.areas = areas;
  }

  /**
   * Counts what there is.
   *
   * @param boundaries of the areas of a level, valid, in EPSG:4326, longitude before latitude;
   *     empty ones are left out
   * @param layers layers of which those that hold facilities count
   */
  public static FacilitySupply of(Map<AreaCode, Geometry> boundaries, List<LayerIndex> layers) {
    SortedMap<AreaCode, Geometry> known = new TreeMap<>(boundaries);
    known.values().removeIf(Geometry::isEmpty);
    var places = new EnumMap<FacilityKind, List<FacilityPlace>>(FacilityKind.class);
    var supply = new FacilitySupply(Set.copyOf(known.keySet()));
    for (var layer : layers) {
      layer
          .layer()
          .findFacility()
          .ifPresent(
              kind -> {
                supply.layers.computeIfAbsent(kind, any -> new TreeSet<>()).add(layer.layer().id());
                var list = places.computeIfAbsent(kind, any -> new ArrayList<>());
                layer.features().forEach(one -> list.add(FacilityPlace.of(layer.layer(), one)));
              });
    }
    var index = new IndexedAreas(known);
    places.forEach((kind, list) -> supply.count(kind, list, index));
    places.forEach((kind, list) -> supply.measure(kind, list, known));
    return supply;
  }

  private void count(FacilityKind kind, List<FacilityPlace> places, IndexedAreas index) {
    var found = new HashMap<AreaCode, List<FacilityPlace>>();
    for (var place : places) {
      index.covering(place.coordinate()).stream()
          .findFirst()
          .map(index::code)
          .ifPresent(code -> found.computeIfAbsent(code, any -> new ArrayList<>()).add(place));
    }
    found.replaceAll((code, list) -> List.copyOf(list));
    within.put(kind, found);
  }

  private void measure(
      FacilityKind kind, List<FacilityPlace> places, Map<AreaCode, Geometry> boundaries) {
    var search = new NearestPlace(places);
    var metres = new HashMap<AreaCode, Double>();
    boundaries.forEach(
        (code, boundary) -> metres.put(code, search.metresFrom(boundary.getInteriorPoint())));
    nearest.put(kind, metres);
  }

  /** The kinds of facilities that there are. */
  public Set<FacilityKind> kinds() {
    return Set.copyOf(layers.keySet());
  }

  /** Ids of the layers of a kind. */
  public Set<String> layers(FacilityKind kind) {
    return Set.copyOf(layers.getOrDefault(kind, Set.of()));
  }

  /** Whether the boundary of an area is known, so that something can be counted in it. */
  public boolean has(AreaCode code) {
    return areas.contains(code);
  }

  /** The facilities of a kind in an area, by layer in the order of the file. */
  public List<FacilityPlace> list(FacilityKind kind, AreaCode code) {
    return within.getOrDefault(kind, Map.of()).getOrDefault(code, List.of());
  }

  /** Metres from a point within an area to the nearest facility; empty if there is none. */
  public OptionalDouble findMetres(FacilityKind kind, AreaCode code) {
    var metres = nearest.getOrDefault(kind, Map.of()).get(code);
    return metres == null ? OptionalDouble.empty() : OptionalDouble.of(metres);
  }
}
