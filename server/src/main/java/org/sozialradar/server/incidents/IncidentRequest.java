package org.sozialradar.server.incidents;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

/**
 * What somebody asks about an incident.
 *
 * @param place where it is
 * @param edition id of the edition; empty for the default
 * @param level id of the level
 * @param support the indicator of expected support; empty if none is asked for
 * @param groups indicators of groups at need, each once
 * @param priorities a question about priorities without its areas; empty if none is asked for
 * @param neighbours most neighbours
 */
record IncidentRequest(
    IncidentPlace place,
    String edition,
    String level,
    Optional<Support> support,
    List<String> groups,
    Optional<JsonRequest> priorities,
    int neighbours) {
  private static final Set<String> FIELDS =
      Set.of("area", "edition", "level", "support", "groups", "priorities", "neighbours");
  private static final int MOST_GROUPS = 20;
  private static final int MOST_NEIGHBOURS = 50;
  private static final int USUAL_NEIGHBOURS = 5;

  /**
   * An indicator of expected support.
   *
   * @param period its period; empty for the newest
   */
  record Support(String indicator, String period) {}

  IncidentRequest {
    groups = List.copyOf(groups);
  }

  /**
   * Reads a question.
   *
   * @throws ProblemException naming the field that does not fit
   */
  static IncidentRequest of(JsonRequest json) {
    return of(json, IncidentPlace.of(area(json)));
  }

  /** The part of a question that says where. */
  static JsonRequest area(JsonRequest json) {
    return json.findObject("area")
        .orElseThrow(() -> ProblemException.ofParameter(ProblemType.MISSING_FIELD, "area"));
  }

  /** Reads a question about a place that is known already. */
  static IncidentRequest of(JsonRequest json, IncidentPlace place) {
    json.requireKnown(FIELDS);
    return new IncidentRequest(
        place,
        json.findText("edition").orElse(""),
        json.findText("level").orElse("municipality"),
        json.findObject("support").map(IncidentRequest::support),
        groups(json),
        json.findObject("priorities"),
        json.findInteger("neighbours", 0, MOST_NEIGHBOURS)
            .orElse((long) USUAL_NEIGHBOURS)
            .intValue());
  }

  private static Support support(JsonRequest json) {
    json.requireKnown(Set.of("indicator", "period"));
    return new Support(json.text("indicator"), json.findText("period").orElse(""));
  }

  private static List<String> groups(JsonRequest json) {
    var groups = new LinkedHashSet<String>();
    for (String one : json.texts("groups", MOST_GROUPS)) {
      if (!groups.add(one)) {
        throw ProblemException.ofParameter(ProblemType.FIELD_TWICE, "groups", one);
      }
    }
    return List.copyOf(groups);
  }

  /** The same question about another place. */
  IncidentRequest at(IncidentPlace other) {
    return new IncidentRequest(other, edition, level, support, groups, priorities, neighbours);
  }
}
