package org.sozialradar.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.disclosure.CellKey;
import org.sozialradar.disclosure.ReleasedCell;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * What was released, as it is kept with the answers. Internal: it counts respondents.
 *
 * @param rule the thresholds that it was decided by
 * @param cells the cells that became public
 */
public record ReleaseRecord(SurveyRule rule, List<ReleasedCell> cells) {
  public ReleaseRecord {
    cells = List.copyOf(cells);
  }

  /** The record as JSON. */
  public String toJson() {
    var json = JsonNodeFactory.instance.objectNode();
    json.set("rule", JsonNodeFactory.instance.pojoNode(rule.toMap()));
    var list = json.putArray("cells");
    cells.forEach(cell -> write(cell, list.addObject()));
    return Json.write(json);
  }

  private static void write(ReleasedCell cell, ObjectNode node) {
    node.put("period", cell.key().period().id());
    node.put("edition", cell.key().edition());
    node.put("level", cell.key().level());
    node.put("area", cell.key().area().value());
    node.put("group", cell.key().group());
    node.set("respondents", JsonNodeFactory.instance.pojoNode(cell.respondents()));
  }

  /**
   * The record that was written.
   *
   * @throws IllegalArgumentException if it is damaged, or was written by an earlier version that
   *     knew results by their names; says nothing of what it holds
   */
  public static ReleaseRecord ofJson(String json) {
    try {
      return read(Json.MAPPER.readTree(json));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalArgumentException("this is no record of a release");
    }
  }

  private static ReleaseRecord read(JsonNode root) {
    if (!root.path("cells").isArray() || !root.path("rule").isObject()) {
      throw new IllegalArgumentException("no cells or no rule");
    }
    var thresholds = new TreeMap<String, Double>();
    root.path("rule")
        .properties()
        .forEach(entry -> thresholds.put(entry.getKey(), entry.getValue().asDouble()));
    var cells = new ArrayList<ReleasedCell>();
    for (var node : root.path("cells")) {
      cells.add(new ReleasedCell(key(node), respondents(node.path("respondents"))));
    }
    return new ReleaseRecord(SurveyRule.of(thresholds), cells);
  }

  private static CellKey key(JsonNode node) {
    return new CellKey(
        new ReferencePeriod(node.path("period").asText()),
        node.path("edition").asText(),
        node.path("level").asText(),
        new AreaCode(node.path("area").asText()),
        node.path("group").asText());
  }

  private static SortedMap<String, Integer> respondents(JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("no respondents by meaning");
    }
    var respondents = new TreeMap<String, Integer>();
    node.properties().forEach(entry -> respondents.put(entry.getKey(), entry.getValue().asInt()));
    return respondents;
  }
}
