package org.sozialradar.server.ogc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.filter.Filter;
import org.sozialradar.server.features.BoundingBox;
import org.sozialradar.server.features.CoordinateSystems;
import org.sozialradar.server.features.FeatureCollection;
import org.sozialradar.server.features.FeatureField;
import org.sozialradar.server.features.FilterParameter;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.Query;

/**
 * Which features of a collection are wanted, and how.
 *
 * @param limit most features on a page
 * @param clamped whether more were asked for than a page may have
 * @param after id of the last feature of the page before; empty for the first page
 * @param box rectangle that they must meet, in EPSG:4326 with longitude first
 * @param filter what they must fulfil
 * @param order how they are sorted
 * @param properties names of the properties that are wanted; all if empty
 * @param system coordinate system of the geometries
 */
record ItemsRequest(
    int limit,
    boolean clamped,
    String after,
    Optional<Geometry> box,
    Optional<Filter> filter,
    List<SortKey> order,
    Set<String> properties,
    ReferenceSystem system) {
  /** Names the revision that the page before was of. */
  static final String REVISION = "revision";

  /** Stamp of that revision. */
  static final String STAMP = "stamp";

  /** Parameters that these addresses know. */
  static final List<String> PARAMETERS =
      List.of(
          "f",
          "limit",
          "bbox",
          "bbox-crs",
          "datetime",
          "filter",
          "filter-lang",
          "filter-crs",
          "sortby",
          "properties",
          "crs",
          "after",
          REVISION,
          STAMP);

  private static final Pattern MANY = Pattern.compile("[1-9]\\d{4,}");
  private static final int USUAL = 100;
  private static final int MOST = 10_000;

  /**
   * What is sorted by.
   *
   * @param name of the property
   * @param descending whether the greatest comes first
   */
  record SortKey(String name, boolean descending) {}

  ItemsRequest {
    order = List.copyOf(order);
    properties = Set.copyOf(properties);
  }

  /**
   * What a request asks of a collection.
   *
   * @throws ProblemException if something does not fit
   */
  static ItemsRequest of(FeatureCollection collection, Query query) {
    boolean clamped = asksForTooMany(query);
    var boxSystem = CoordinateSystems.of(query, "bbox-crs");
    return new ItemsRequest(
        clamped ? MOST : query.findInt("limit", 1, MOST).orElse(USUAL),
        clamped,
        query.find("after").orElse(""),
        query.find("bbox").map(text -> BoundingBox.parse(text, boxSystem)),
        FilterParameter.of(query).read(collection),
        order(collection, query),
        properties(collection, query),
        CoordinateSystems.of(query, "crs"));
  }

  /** More than a page may have is no error, however many digits it has. */
  private static boolean asksForTooMany(Query query) {
    return query
        .find("limit")
        .filter(MANY.asMatchPredicate())
        .filter(text -> text.length() > 9 || Integer.parseInt(text) > MOST)
        .isPresent();
  }

  /** The properties of a collection that are wanted, in their order. */
  Stream<FeatureField> chosen(FeatureCollection collection) {
    return collection.fields().stream()
        .filter(field -> properties.isEmpty() || properties.contains(field.name()));
  }

  /** The same with fewer features on a page. */
  ItemsRequest atMost(int fewer) {
    return new ItemsRequest(
        Math.min(limit, fewer),
        clamped || limit > fewer,
        after,
        box,
        filter,
        order,
        properties,
        system);
  }

  /** A request for one feature with all that is known of it. */
  static ItemsRequest ofOne(ReferenceSystem system) {
    return new ItemsRequest(
        1, false, "", Optional.empty(), Optional.empty(), List.of(), Set.of(), system);
  }

  private static List<SortKey> order(FeatureCollection collection, Query query) {
    var keys = new ArrayList<SortKey>();
    for (var text : query.list("sortby")) {
      boolean signed = text.startsWith("+") || text.startsWith("-");
      // a plus sign that nobody encoded arrives as a space, which was stripped
      String name = signed ? text.substring(1) : text;
      requireProperty(collection, "sortby", name);
      keys.add(new SortKey(name, text.startsWith("-")));
    }
    return keys;
  }

  private static Set<String> properties(FeatureCollection collection, Query query) {
    var names = new LinkedHashSet<>(query.list("properties"));
    names.forEach(name -> requireProperty(collection, "properties", name));
    return names;
  }

  private static void requireProperty(FeatureCollection collection, String parameter, String name) {
    var names = collection.fields().stream().map(FeatureField::name).toList();
    if (!names.contains(name)) {
      throw Query.bad(parameter, name, String.join(", ", names));
    }
  }
}
