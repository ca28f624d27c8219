package org.sozialradar.server.scenarios;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.server.geojson.GeometryReader;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

/**
 * What somebody asks of a model.
 *
 * @param model id of the model
 * @param outcome what it predicts, such as the support in a crisis: as the model names it, or the
 *     id of the indicator
 * @param period the wave; empty for the newest
 * @param within {@code all}, {@code codes}, {@code polygon}, or the level of areas that hold those
 *     chosen
 * @param codes codes of the areas, or of the one that holds them
 * @param polygon what the areas' inner points lie in, longitude and latitude; empty for others
 * @param changes none twice for an indicator
 * @param draws of the intervals of groups
 * @param seed of the draws
 */
record ScenarioRequest(
    String model,
    String outcome,
    String period,
    String within,
    List<String> codes,
    Optional<Geometry> polygon,
    List<ScenarioChange> changes,
    int draws,
    long seed) {
  static final String ALL = "all";
  static final String CODES = "codes";
  static final String POLYGON = "polygon";

  private static final Set<String> FIELDS =
      Set.of("model", "outcome", "period", "areas", "changes", "draws", "seed");

  /** More corners than a hand draws. */
  private static final int MOST_CORNERS = 10_000;

  private static final int MOST_CODES = 20_000;
  private static final int MOST_CHANGES = 50;
  private static final int FEWEST_DRAWS = 1000;
  private static final int MOST_DRAWS = 4000;

  ScenarioRequest {
    codes = List.copyOf(codes);
    changes = List.copyOf(changes);
  }

  /**
   * Reads a question.
   *
   * @throws ProblemException naming the field that does not fit
   */
  static ScenarioRequest of(JsonRequest json) {
    json.requireKnown(FIELDS);
    var areas =
        json.findObject("areas")
            .orElseThrow(() -> ProblemException.ofParameter(ProblemType.MISSING_FIELD, "areas"));
    String within = onlyName(areas);
    var polygon = within.equals(POLYGON) ? Optional.of(polygon(areas)) : Optional.<Geometry>empty();
    return new ScenarioRequest(
        json.text("model"),
        json.text("outcome"),
        json.findText("period").orElse(""),
        within,
        codes(areas, within),
        polygon,
        changes(json),
        json.findInteger("draws", FEWEST_DRAWS, MOST_DRAWS).orElse((long) FEWEST_DRAWS).intValue(),
        json.findInteger("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(1L));
  }

  private static Geometry polygon(JsonRequest areas) {
    var polygon =
        GeometryReader.ofDegrees(areas.place(POLYGON), MOST_CORNERS).polygons(areas.value(POLYGON));
    if (polygon.isEmpty()) {
      throw empty();
    }
    return polygon;
  }

  private static String onlyName(JsonRequest areas) {
    var names = areas.names();
    if (names.size() != 1) {
      throw ProblemException.ofParameter(
          ProblemType.NOT_ONE_FIELD, "areas", "all, codes, district, polygon");
    }
    return names.get(0);
  }

  private static List<String> codes(JsonRequest areas, String within) {
    return switch (within) {
      case ALL -> {
        if (!areas.flag(ALL)) {
          throw empty();
        }
        yield List.of();
      }
      case POLYGON -> List.of();
      case CODES -> {
        var codes = areas.texts(CODES, MOST_CODES);
        if (codes.isEmpty()) {
          throw empty();
        }
        yield codes;
      }
      default -> List.of(areas.text(within));
    };
  }

  static ProblemException empty() {
    return ProblemException.ofParameter(ProblemType.EMPTY_SELECTION, "areas");
  }

  private static List<ScenarioChange> changes(JsonRequest json) {
    var changes = json.objects("changes", MOST_CHANGES).stream().map(ScenarioChange::of).toList();
    var indicators = new HashSet<String>();
    for (var change : changes) {
      if (!indicators.add(change.indicator())) {
        throw ProblemException.ofParameter(
            ProblemType.FIELD_TWICE, change.place("indicator"), change.indicator());
      }
    }
    return changes;
  }
}
