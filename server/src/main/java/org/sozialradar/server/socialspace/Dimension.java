package org.sozialradar.server.socialspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.MethodDocument.Kind;
import org.sozialradar.server.snapshot.ShownEstimate;

/**
 * One side of an area as a place among its peers: which share of them, of 100, has a less
 * favourable value, those with the same value counted by half. Where more is worse, the scale is
 * turned round, so that more always is more favourable. Ends of the interval are put in place like
 * values; the peers stand by their values alone.
 *
 * <p>Dimensions are what expected support is told by ({@link Roles}), and the dimensions of indices
 * that rest on no prediction.
 *
 * @param id of the indicator
 * @param turned whether more of the indicator is less favourable
 * @param n how many peers have a value
 * @param place of the area; null if it has no value, or there are too few peers
 * @param low of the lower end of the interval; null likewise
 * @param high of the upper end
 * @param district of the district's value among the same peers; null if it has none
 * @param state of the state's value
 */
record Dimension(
    String id,
    LocalizedText name,
    String period,
    boolean turned,
    int n,
    Integer place,
    Integer low,
    Integer high,
    Integer district,
    Integer state) {
  /** More cannot be told apart around a circle. */
  static final int MOST = 12;

  private static final double HUNDRED = 100;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static List<Dimension> of(Ground ground) {
    var support = Roles.of(ground).support().stream();
    var indices = Roles.all(ground).stream().filter(one -> isDimension(ground, one.indicator()));
    return Stream.concat(support, indices).limit(MOST).map(one -> of(ground, one)).toList();
  }

  /**
   * Whether an indicator is a dimension of an index, or one without, and rests on no prediction.
   */
  private static boolean isDimension(Ground ground, Indicator indicator) {
    var method =
        ground
            .snapshot()
            .results()
            .findNewest(indicator.id())
            .filter(one -> one.kind() == Kind.INDEX);
    if (method.isEmpty() || indicator.polarity() == Indicator.Polarity.NEUTRAL) {
      return false;
    }
    var document = read(method.get().json(), indicator.id());
    var dimensions = document.path("dimensions");
    for (var dimension : dimensions) {
      if (dimension.path("indicator").asText().equals(indicator.id())) {
        return !restsOnPrediction(ground, dimension.path("indicators"));
      }
    }
    return dimensions.isEmpty() && !restsOnPrediction(ground, inputs(document));
  }

  private static JsonNode inputs(JsonNode document) {
    var ids = MAPPER.createArrayNode();
    document.path("inputs").forEach(input -> ids.add(input.path("indicator").asText()));
    return ids;
  }

  private static boolean restsOnPrediction(Ground ground, JsonNode ids) {
    for (var id : ids) {
      var indicator = ground.snapshot().indicators().get(id.asText());
      if (indicator != null && Roles.isOf(ground, indicator, Kind.MODEL)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode read(String json, String id) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("the method document of " + id + " is no JSON", malformed);
    }
  }

  private static Dimension of(Ground ground, Roles.Values values) {
    var indicator = values.indicator();
    var scale = Scale.of(ground, values);
    var own = values.of(ground.area());
    var lower = scale.place(own.lower());
    var upper = scale.place(own.upper());
    return new Dimension(
        indicator.id(),
        indicator.name(),
        values.newest().id(),
        scale.turned(),
        scale.peers().size(),
        scale.place(own.value()).orElse(null),
        (scale.turned() ? upper : lower).orElse(null),
        (scale.turned() ? lower : upper).orElse(null),
        above(ground, values, scale, AreaLevel.DISTRICT.id()).orElse(null),
        above(ground, values, scale, AreaLevel.STATE.id()).orElse(null));
  }

  private static Optional<Integer> above(
      Ground ground, Roles.Values values, Scale scale, String level) {
    return PortraitIndicator.above(ground, values.indicator(), level)
        .flatMap(one -> one.find(ground.area().ancestors().get(level), values.newest()))
        .flatMap(one -> scale.place(one.value()));
  }

  /**
   * The values of the peers in one indicator.
   *
   * @param turned whether more is less favourable
   * @param digits that are published
   * @param peers their values, in no order
   */
  private record Scale(boolean turned, int digits, List<Double> peers) {
    static Scale of(Ground ground, Roles.Values values) {
      int digits = values.indicator().decimals();
      var peers =
          Roles.find(ground, values.indicator(), ground.peerLevel()).stream()
              .flatMap(
                  others ->
                      ground.peers().stream()
                          .flatMap(code -> others.find(code, values.newest()).stream()))
              .filter(Estimate::hasValue)
              .map(one -> ShownEstimate.of(one, digits).value())
              .toList();
      boolean turned = values.indicator().polarity() == Indicator.Polarity.NEGATIVE;
      return new Scale(turned, digits, peers);
    }

    /** Empty for no value, or among too few. */
    Optional<Integer> place(double value) {
      if (!Double.isFinite(value) || peers.size() < Quartiles.LEAST) {
        return Optional.empty();
      }
      double shown = Decimals.round(value, digits).doubleValue();
      double below = 0;
      for (double peer : peers) {
        below += peer < shown ? 1 : peer == shown ? 0.5 : 0;
      }
      double share = HUNDRED * below / peers.size();
      return Optional.of(Math.toIntExact(Math.round(turned ? HUNDRED - share : share)));
    }
  }
}
