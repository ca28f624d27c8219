package org.sozialradar.server.layers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.sozialradar.layer.LayerIndex;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * A part of the features of a layer, in the order of their file.
 *
 * @param snapshot where they come from
 * @param index the layer
 * @param box rectangle that they meet, as it stands in the request; empty for all
 * @param limit most features
 * @param after id of the feature before the first; empty for the beginning
 * @param root path below which clients see the server, without a slash at the end
 */
record FeaturePage(
    Snapshot snapshot, LayerIndex index, String box, int limit, String after, String root) {
  static final int USUAL = 100;
  static final int MOST = 10_000;

  static FeaturePage of(Snapshot snapshot, Query query) {
    String id = query.path("layer");
    var index =
        snapshot
            .findContextLayer(id)
            .orElseThrow(
                () -> ProblemException.ofParameter(ProblemType.UNKNOWN_LAYER, "layer", id));
    var page =
        new FeaturePage(
            snapshot,
            index,
            query.find("bbox").orElse(""),
            query.findInt("limit", 1, MOST).orElse(USUAL),
            query.find("after").orElse(""),
            query.root());
    page.envelope();
    page.start();
    return page;
  }

  /** Address of the page within this server; always the same for the same page. */
  String address() {
    return address(after);
  }

  private String address(String first) {
    var address = new StringBuilder("/api/revisions/");
    address.append(snapshot.revision().number()).append("/layers/").append(index.layer().id());
    address.append("/features?stamp=").append(snapshot.stamp()).append("&limit=").append(limit);
    if (!box.isEmpty()) {
      address.append("&bbox=").append(encoded(box));
    }
    if (!first.isEmpty()) {
      address.append("&after=").append(encoded(first));
    }
    return address.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Optional<Envelope> envelope() {
    if (box.isEmpty()) {
      return Optional.empty();
    }
    var numbers = new ArrayList<Double>();
    for (var part : box.split(",", -1)) {
      numbers.add(degrees(part));
    }
    if (numbers.size() != 4 || numbers.get(0) > numbers.get(2) || numbers.get(1) > numbers.get(3)) {
      throw bad();
    }
    return Optional.of(
        new Envelope(numbers.get(0), numbers.get(2), numbers.get(1), numbers.get(3)));
  }

  private double degrees(String text) {
    try {
      double degrees = Double.parseDouble(text.strip());
      if (Math.abs(degrees) <= 180) {
        return degrees;
      }
    } catch (NumberFormatException noNumber) {
      throw bad();
    }
    throw bad();
  }

  private ProblemException bad() {
    return Query.bad("bbox", box, "12.0,50.5,13.5,51.5");
  }

  /** Position of the first feature that may be on the page. */
  private int start() {
    if (after.isEmpty()) {
      return 0;
    }
    return 1
        + index.findPosition(after).orElseThrow(() -> Query.bad("after", after, "links: next"));
  }

  /** The page as GeoJSON. */
  Map<String, Object> json() {
    var all = envelope().map(index::positionsIn).orElseGet(this::everyPosition).toArray();
    int start = start();
    var shown = IntStream.of(all).filter(i -> i >= start).limit(limit).toArray();
    int last = shown.length == 0 ? Integer.MAX_VALUE : shown[shown.length - 1];
    boolean more = IntStream.of(all).anyMatch(i -> i > last);
    var json = new LinkedHashMap<String, Object>();
    json.put("type", "FeatureCollection");
    json.put("provenance", Provenance.of(snapshot, List.of(index.layer().datasetId())));
    json.put("numberMatched", all.length);
    json.put("numberReturned", shown.length);
    json.put("links", more ? List.of(next(last)) : List.of());
    json.put(
        "features",
        IntStream.of(shown)
            .mapToObj(i -> FeatureJson.feature(index.layer(), index.features().get(i)))
            .toList());
    return json;
  }

  private IntStream everyPosition() {
    return IntStream.range(0, index.features().size());
  }

  private Map<String, String> next(int last) {
    var link = new LinkedHashMap<String, String>();
    link.put("rel", "next");
    link.put("type", "application/geo+json");
    link.put("href", root + address(index.features().get(last).id()));
    return link;
  }
}
