package org.sozialradar.server.ogc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.filter.ValueOrder;
import org.sozialradar.server.features.CollectionFeature;
import org.sozialradar.server.features.FeatureCollection;
import org.sozialradar.server.http.Query;

/**
 * A page of the features that a request wants.
 *
 * @param matched how many there are on all pages
 * @param features those of this page
 * @param next id of the last feature if more come after it
 * @param limit most features on the page, as far as that is not what was asked for
 */
record ItemsPage(
    int matched, List<CollectionFeature> features, Optional<String> next, OptionalInt limit) {
  /** Most vertices and values of a page, some ten megabytes; a page has at least one feature. */
  private static final int MOST_PARTS = 400_000;

  /** The same of a page for people, about a megabyte. */
  private static final int MOST_PARTS_TO_READ = 40_000;

  ItemsPage {
    features = List.copyOf(features);
  }

  static ItemsPage of(FeatureCollection collection, ItemsRequest request) {
    return of(collection, request, MOST_PARTS);
  }

  /** A page that is shown to people. */
  static ItemsPage toRead(FeatureCollection collection, ItemsRequest request) {
    return of(collection, request, MOST_PARTS_TO_READ);
  }

  private static ItemsPage of(FeatureCollection collection, ItemsRequest request, int mostParts) {
    var matched = new ArrayList<CollectionFeature>();
    for (var id : collection.ids()) {
      collection.find(id).filter(one -> isWanted(one, request)).ifPresent(matched::add);
    }
    matched.sort(order(request));
    int start = start(collection, request, matched);
    int end = end(collection, request, matched, start, mostParts);
    var shown = matched.subList(start, end);
    var next =
        end < matched.size() && !shown.isEmpty()
            ? Optional.of(shown.get(shown.size() - 1).id())
            : Optional.<String>empty();
    return new ItemsPage(matched.size(), shown, next, applied(request, shown.size(), next));
  }

  /** The most of any page, or where this one had to end earlier. */
  private static OptionalInt applied(ItemsRequest request, int shown, Optional<String> next) {
    boolean early = next.isPresent() && shown < request.limit();
    int limit = early ? shown : request.limit();
    return early || request.clamped() ? OptionalInt.of(limit) : OptionalInt.empty();
  }

  /** Where the page ends: at the limit, or before it grows too large. */
  private static int end(
      FeatureCollection collection,
      ItemsRequest request,
      List<CollectionFeature> matched,
      int start,
      int mostParts) {
    int most = Math.min(matched.size(), start + request.limit());
    long values = request.chosen(collection).count();
    long parts = 0;
    for (int end = start; end < most; end++) {
      parts += values + matched.get(end).geometry().map(Geometry::getNumPoints).orElse(0);
      if (parts > mostParts && end > start) {
        return end;
      }
    }
    return most;
  }

  /** What has no geometry is in every rectangle (OGC 17-069r4, requirement 24 C). */
  private static boolean isWanted(CollectionFeature feature, ItemsRequest request) {
    boolean inBox =
        request.box().stream()
            .allMatch(box -> feature.geometry().map(box::intersects).orElse(true));
    return inBox && request.filter().stream().allMatch(one -> one.matches(feature.row()));
  }

  /** By the keys in their order, what has no value last, and by id where all are equal. */
  private static Comparator<CollectionFeature> order(ItemsRequest request) {
    var order = Comparator.<CollectionFeature>comparingInt(one -> 0);
    for (var key : request.order()) {
      order =
          order.thenComparing(
              one -> one.row().get(key.name()), ValueOrder.missingLast(key.descending()));
    }
    return order.thenComparing(CollectionFeature::id);
  }

  /** Where the page begins: after a feature, whether that is still among those wanted or not. */
  private static int start(
      FeatureCollection collection, ItemsRequest request, List<CollectionFeature> matched) {
    if (request.after().isEmpty()) {
      return 0;
    }
    var last =
        collection
            .find(request.after())
            .orElseThrow(() -> Query.badFor("unknown-after", "after", request.after()));
    var order = order(request);
    int start = 0;
    while (start < matched.size() && order.compare(matched.get(start), last) <= 0) {
      start++;
    }
    return start;
  }
}
