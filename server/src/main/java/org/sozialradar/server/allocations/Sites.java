package org.sozialradar.server.allocations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sozialradar.allocation.AllocationQuestion;
import org.sozialradar.allocation.UnitKind;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * Reads kinds of units and the sites where they start: the code of an area, or an object with a
 * code, with longitude and latitude, or with the name of a place in distances of one's own. Where
 * sites say how many units they have, the units of each site are a kind of their own, {@code
 * KIND@SITE}. For one request.
 */
final class Sites {
  private static final Set<String> KIND =
      Set.of("id", "number", "capacity", "cost", "radius", "sites");
  private static final Set<String> SITE = Set.of("code", "id", "lon", "lat", "number");
  private static final int MOST_KINDS = 10;
  private static final int MOST_SITES = 200;

  private final Snapshot snapshot;
  private final String edition;
  private final String level;
  private final Map<String, List<Double>> places = new HashMap<>();

  Sites(Snapshot snapshot, String edition, String level) {
    this.snapshot = snapshot;
    this.edition = edition;
    this.level = level;
  }

  /** Where sites are that were given with coordinates, by name. */
  Map<String, List<Double>> places() {
    return Map.copyOf(places);
  }

  /** A site; a negative number if it does not say how many units it has. */
  private record Site(String name, int number) {}

  List<UnitKind> kinds(JsonRequest json) {
    var kinds = new ArrayList<UnitKind>();
    for (var one : json.objects("kinds", MOST_KINDS)) {
      one.requireKnown(KIND);
      kinds.addAll(kinds(one, sites(one)));
    }
    return kinds;
  }

  private static List<UnitKind> kinds(JsonRequest json, List<Site> sites) {
    boolean counted = sites.stream().anyMatch(site -> site.number() >= 0);
    var number = json.findInteger("number", 0, AllocationQuestion.MOST_UNITS);
    if (!counted) {
      if (number.isEmpty()) {
        throw ProblemException.ofParameter(ProblemType.MISSING_FIELD, json.place("number"));
      }
      var names = sites.stream().map(Site::name).toList();
      return List.of(kind(json, json.text("id"), number.get().intValue(), names));
    }
    long sum = sites.stream().mapToLong(site -> Math.max(0, site.number())).sum();
    if (sites.stream().anyMatch(site -> site.number() < 0)) {
      throw ProblemException.ofParameter(ProblemType.MISSING_FIELD, json.place("sites.number"));
    }
    if (number.isPresent() && number.get() != sum) {
      throw ProblemException.ofParameter(
          ProblemType.BAD_FIELD, json.place("number"), Long.toString(sum));
    }
    return sites.stream()
        .map(
            site ->
                kind(
                    json, json.text("id") + "@" + site.name(), site.number(), List.of(site.name())))
        .toList();
  }

  private static UnitKind kind(JsonRequest json, String id, int number, List<String> sites) {
    return new UnitKind(
        id,
        number,
        json.findNumber("capacity", 0, AllocationRequest.MOST).orElse(Double.POSITIVE_INFINITY),
        json.findNumber("cost", 0, AllocationRequest.MOST).orElse(0.0),
        json.findNumber("radius", 0, AllocationRequest.MOST).orElse(0.0),
        sites);
  }

  private List<Site> sites(JsonRequest json) {
    var sites = new ArrayList<Site>();
    for (var one : json.mixed("sites", MOST_SITES)) {
      sites.add(
          one instanceof JsonRequest.Item.Text text
              ? new Site(area(text.text()), -1)
              : site(((JsonRequest.Item.Fields) one).fields()));
    }
    return sites;
  }

  private Site site(JsonRequest json) {
    json.requireKnown(SITE);
    int number =
        json.findInteger("number", 0, AllocationQuestion.MOST_UNITS).map(Long::intValue).orElse(-1);
    var code = json.findText("code");
    if (code.isPresent()) {
      return new Site(area(code.get()), number);
    }
    var lon = json.findNumber("lon", -180, 180);
    var lat = json.findNumber("lat", -90, 90);
    var id = json.findText("id");
    if (lon.isEmpty() != lat.isEmpty() || (lon.isEmpty() && id.isEmpty())) {
      throw ProblemException.ofParameter(
          ProblemType.MISSING_FIELD, json.place(lon.isEmpty() ? "lon" : "lat"));
    }
    String name = id.orElseGet(() -> "%s,%s".formatted(lon.orElseThrow(), lat.orElseThrow()));
    lon.ifPresent(east -> places.put(name, List.of(east, lat.orElseThrow())));
    return new Site(name, number);
  }

  private String area(String code) {
    return Selection.area(snapshot, edition, code, level).code().value();
  }
}
