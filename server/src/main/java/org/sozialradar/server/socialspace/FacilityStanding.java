package org.sozialradar.server.socialspace;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.layer.FacilityKind;
import org.sozialradar.layer.FacilityPlace;
import org.sozialradar.layer.FacilitySupply;
import org.sozialradar.server.snapshot.Peers;

/** The facilities of an area, kind by kind, beside those of its peers. */
final class FacilityStanding {
  private static final int MOST_FEATURES = 200;
  private static final double PER = 1000;
  private static final int PER_DIGITS = 2;
  private static final int KM_DIGITS = 1;
  private static final double METRES = 1000;

  private final Ground ground;
  private final Side own;
  private final Side others;

  private FacilityStanding(Ground ground, FacilitySupply supply) {
    this.ground = ground;
    own = Side.of(ground, ground.level(), supply);
    others =
        ground.peerLevel().equals(ground.level())
            ? own
            : Side.of(ground, ground.peerLevel(), supply(ground, ground.peerLevel()));
  }

  private static FacilitySupply supply(Ground ground, String level) {
    return ground.snapshot().findFacilities(ground.edition(), level).orElseThrow();
  }

  /** What there is on one level, and for how many people. */
  private record Side(
      Ground ground, String level, FacilitySupply supply, Map<AreaCode, Double> people) {
    static Side of(Ground ground, String level, FacilitySupply supply) {
      return new Side(
          ground, level, supply, Ground.people(ground.snapshot(), ground.edition(), level));
    }

    /** NaN where nothing can be counted or nobody is known to live. */
    double perThousand(FacilityKind kind, AreaCode code) {
      var number = people.get(code);
      return number == null || !supply.has(code)
          ? Double.NaN
          : PER * supply.list(kind, code).size() / number;
    }

    /**
     * Kilometres from some areas: of those that hold municipalities the mean of theirs, weighted by
     * their people; NaN where it is not known.
     */
    List<Double> kilometres(FacilityKind kind, Collection<AreaCode> codes) {
      if (!ground.holdsTowns(level)) {
        return codes.stream()
            .map(code -> supply.findMetres(kind, code).orElse(Double.NaN) / METRES)
            .toList();
      }
      String town = AreaLevel.MUNICIPALITY.id();
      var towns = of(ground, town, FacilityStanding.supply(ground, town));
      var hierarchy = ground.snapshot().areas(ground.edition()).hierarchy();
      return codes.stream()
          .map(code -> towns.mean(kind, hierarchy.members(level, code, town)))
          .toList();
    }

    private double mean(FacilityKind kind, Collection<AreaCode> members) {
      double metres = 0;
      double weights = 0;
      for (var member : members) {
        double weight = people.getOrDefault(member, 0.0);
        var nearest = supply.findMetres(kind, member);
        metres += weight * nearest.orElse(0);
        weights += nearest.isPresent() ? weight : 0;
      }
      return weights > 0 ? metres / weights / METRES : Double.NaN;
    }
  }

  /** A facility of the area. */
  record Feature(String layer, String id, String name, double lon, double lat) {}

  /** The middle of the peers; null what is not known. */
  record Middle(BigDecimal lowerQuartile, BigDecimal median, BigDecimal upperQuartile) {
    static Middle of(Quartiles quartiles, int digits) {
      return new Middle(
          rounded(quartiles.lower(), digits),
          rounded(quartiles.median(), digits),
          rounded(quartiles.upper(), digits));
    }
  }

  /** The peers of the area and what they have. */
  record PeerFacilities(
      String kind,
      String group,
      int n,
      BigDecimal medianPerThousand,
      BigDecimal medianNearestKm,
      Middle perThousand,
      Middle nearestKm) {}

  /**
   * Facilities of one kind.
   *
   * @param standing {@code fewer}, {@code about-the-same}, {@code more}; null if it cannot be told
   * @param standingByDistance {@code nearer}, {@code about-the-same} or more distant; null likewise
   * @param features the first of them
   * @param further how many more there are
   */
  record Entry(
      String kind,
      LocalizedText title,
      List<String> layers,
      int count,
      BigDecimal perThousand,
      BigDecimal nearestKm,
      PeerFacilities peers,
      String standing,
      String standingByDistance,
      LocalizedText words,
      List<Feature> features,
      int further) {}

  static List<Entry> of(Ground ground) {
    var supply = supply(ground, ground.level());
    if (!supply.has(ground.area().code())) {
      return List.of();
    }
    var standing = new FacilityStanding(ground, supply);
    return Arrays.stream(FacilityKind.values())
        .filter(supply.kinds()::contains)
        .map(standing::entry)
        .toList();
  }

  private Entry entry(FacilityKind kind) {
    var code = ground.area().code();
    var places = own.supply().list(kind, code);
    double perThousand = own.perThousand(kind, code);
    double nearest = own.kilometres(kind, List.of(code)).get(0);
    var counts =
        Quartiles.of(ground.peers().stream().mapToDouble(peer -> others.perThousand(kind, peer)));
    var distances =
        Quartiles.of(others.kilometres(kind, ground.peers()).stream().mapToDouble(km -> km));
    String standing = word(counts, perThousand, "fewer", "more");
    String far = word(distances, nearest, "nearer", "farther");
    return new Entry(
        kind.label(),
        kind.plural(),
        own.supply().layers(kind).stream().sorted().toList(),
        places.size(),
        rounded(perThousand, PER_DIGITS),
        rounded(nearest, KM_DIGITS),
        peers(counts, distances),
        standing.isEmpty() ? null : standing,
        far.isEmpty() ? null : far,
        words(standing, far),
        places.stream().limit(MOST_FEATURES).map(FacilityStanding::feature).toList(),
        Math.max(0, places.size() - MOST_FEATURES));
  }

  private static LocalizedText words(String standing, String far) {
    if (standing.isEmpty() && far.isEmpty()) {
      return SocialSpaceAnswer.WORDS.get("facility.unknown");
    }
    if (standing.isEmpty() || far.isEmpty()) {
      return SocialSpaceAnswer.WORDS.get("facility." + standing + far);
    }
    return SocialSpaceAnswer.WORDS.get("facility." + standing + "." + far);
  }

  private static String word(Quartiles quartiles, double number, String below, String above) {
    if (!quartiles.tell() || !Double.isFinite(number)) {
      return "";
    }
    return switch (quartiles.position(number)) {
      case BELOW -> below;
      case WITHIN -> "about-the-same";
      case ABOVE -> above;
    };
  }

  private PeerFacilities peers(Quartiles counts, Quartiles distances) {
    return ground
        .findGroup()
        .map(
            group ->
                new PeerFacilities(
                    Peers.label(group.kind()),
                    group.id(),
                    ground.peers().size(),
                    rounded(counts.median(), PER_DIGITS),
                    rounded(distances.median(), KM_DIGITS),
                    Middle.of(counts, PER_DIGITS),
                    Middle.of(distances, KM_DIGITS)))
        .orElse(null);
  }

  private static Feature feature(FacilityPlace place) {
    return new Feature(
        place.layer(), place.id(), place.name(), place.longitude(), place.latitude());
  }

  private static BigDecimal rounded(double number, int digits) {
    return Double.isFinite(number) ? Decimals.round(number, digits) : null;
  }
}
