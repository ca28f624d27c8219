package org.sozialradar.server.catalog.dcat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.snapshot.AreaEntry;

/**
 * Where and when data speak of. A rectangle is given in longitude and latitude (CRS84, longitude
 * first); areas with official German keys are named by the narrowest administrative unit that holds
 * them all, or by their states.
 */
final class Coverage {
  private static final String GEOCODING = "http://dcat-ap.de/def/politicalGeocoding/";
  private static final String GERMANY =
      "http://publications.europa.eu/resource/authority/country/DEU";
  private static final String CRS84 = "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>";
  private static final String STATE_KEY = "(0[1-9]|1[0-6])";
  private static final int STATES = 16;
  private static final Pattern VINTAGE = Pattern.compile("\\d{4}(-\\d{2}-\\d{2})?");

  /** No key of a unit. */
  private static final AreaCode NOWHERE = new AreaCode("-");

  /** An administrative level: our id, keys, and its names in the vocabularies. */
  private record Unit(String level, Pattern keys, String vocabulary, String name) {
    Unit(String level, String keys, String vocabulary, String name) {
      this(level, Pattern.compile(keys), vocabulary, name);
    }
  }

  private static final Unit STATE = new Unit("state", STATE_KEY, "stateKey/", "state");

  /** From narrow to wide. */
  private static final List<Unit> UNITS =
      List.of(
          new Unit("municipality", STATE_KEY + "\\d{6}", "municipalityKey/", "municipality"),
          new Unit("district", STATE_KEY + "\\d{3}", "districtKey/", "administrativeDistrict"),
          STATE);

  private Coverage() {}

  /** Adds what is known of the place. */
  static void addPlace(Node node, List<Double> box, Collection<AreaEntry> areas) {
    var places = new ArrayList<Node>();
    if (!box.isEmpty()) {
      places.add(rectangle(box));
    }
    if (!areas.isEmpty()) {
      addUnits(node, areas, places);
    }
    node.put("dct:spatial", places);
  }

  private static Node rectangle(List<Double> box) {
    String polygon =
        "%5$s POLYGON((%1$s %2$s,%3$s %2$s,%3$s %4$s,%1$s %4$s,%1$s %2$s))"
            .formatted(box.get(0), box.get(1), box.get(2), box.get(3), CRS84);
    return Node.of("dct:Location").put("dcat:bbox", Node.typed(polygon, "geo:wktLiteral"));
  }

  private static void addUnits(Node node, Collection<AreaEntry> areas, List<Node> places) {
    for (var unit : UNITS) {
      var keys = keys(areas, unit);
      if (keys.size() == 1) {
        name(node, unit, keys, places);
        return;
      }
    }
    var states = keys(areas, STATE);
    if (states.size() == STATES) {
      level(node, "federal");
      places.add(Node.iri(GERMANY));
    } else if (!states.isEmpty()) {
      name(node, STATE, states, places);
    }
  }

  private static void name(Node node, Unit unit, SortedSet<String> keys, List<Node> places) {
    level(node, unit.name());
    var addresses =
        keys.stream().map(key -> Node.iri(GEOCODING + unit.vocabulary() + key)).toList();
    node.put("dcatde:politicalGeocodingURI", addresses);
    places.addAll(addresses);
  }

  private static void level(Node node, String name) {
    node.put("dcatde:politicalGeocodingLevelURI", Node.iri(GEOCODING + "Level/" + name));
  }

  /** Keys of the units that hold the areas; none if one of these lies in none of them. */
  private static SortedSet<String> keys(Collection<AreaEntry> areas, Unit unit) {
    var keys =
        areas.stream()
            .map(area -> area.level().equals(unit.level()) ? area.code() : holder(area, unit))
            .map(AreaCode::value)
            .collect(Collectors.toCollection(TreeSet::new));
    return keys.stream().allMatch(key -> unit.keys().matcher(key).matches())
        ? keys
        : new TreeSet<>();
  }

  private static AreaCode holder(AreaEntry area, Unit unit) {
    return area.ancestors().getOrDefault(unit.level(), NOWHERE);
  }

  /** The year or the day of which data tell; empty if that is said in other words. */
  static Optional<Node> time(String vintage) {
    return VINTAGE.matcher(vintage).matches()
        ? Optional.of(span(vintage, vintage))
        : Optional.empty();
  }

  /** From the first day of the first period to the last day of the last; there is at least one. */
  static Node time(List<ReferencePeriod> periods) {
    return span(periods.get(0).id(), periods.get(periods.size() - 1).id());
  }

  private static Node span(String first, String last) {
    return Node.of("dct:PeriodOfTime")
        .put("dcat:startDate", day(first, "-01-01"))
        .put("dcat:endDate", day(last, "-12-31"));
  }

  private static Node day(String period, String ofYear) {
    return Node.typed(period.length() == 4 ? period + ofYear : period, "xsd:date");
  }
}
