package org.sozialradar.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
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
    var results = node.putArray("results");
    cell.results().forEach(results::add);
    var respondents = node.putArray("respondents");
    cell.respondents().forEach(respondents::add);
  }

  /** The record that was written. */
  public static ReleaseRecord ofJson(String json) {
    try {
      var root = Json.MAPPER.readTree(json);
      var thresholds = new TreeMap<String, Double>();
      root.path("rule")
          .properties()
          .forEach(entry -> thresholds.put(entry.getKey(), entry.getValue().asDouble()));
      var cells = new ArrayList<ReleasedCell>();
      for (var node : root.path("cells")) {
        cells.add(
            new ReleasedCell(
                key(node),
                list(node.get("results")).stream().map(JsonNode::asText).toList(),
                list(node.get("respondents")).stream().map(JsonNode::asInt).toList()));
      }
      return new ReleaseRecord(SurveyRule.of(thresholds), cells);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the record of a release is damaged");
    }
  }

  private static CellKey key(JsonNode node) {
    return new CellKey(
        new ReferencePeriod(node.get("period").asText()),
        node.get("edition").asText(),
        node.get("level").asText(),
        new AreaCode(node.get("area").asText()),
        node.get("group").asText());
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
