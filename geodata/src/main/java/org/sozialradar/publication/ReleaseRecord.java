package org.sozialradar.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.sozialradar.area.AreaCode;
import org.sozialradar.disclosure.CellKey;
import org.sozialradar.disclosure.ReleasedCell;
import org.sozialradar.indicator.ReferencePeriod;

/** What was released, as it is kept with the answers. Internal: it counts respondents. */
public final class ReleaseRecord {
  private ReleaseRecord() {}

  /** The cells as JSON. */
  public static String write(List<ReleasedCell> cells) {
    var list = JsonNodeFactory.instance.arrayNode();
    for (var cell : cells) {
      var node = list.addObject();
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
    return Json.write(list);
  }

  /** The cells that were written. */
  public static List<ReleasedCell> read(String json) {
    try {
      var cells = new ArrayList<ReleasedCell>();
      for (var node : Json.MAPPER.readTree(json)) {
        cells.add(
            new ReleasedCell(
                key(node),
                list(node.get("results")).stream().map(JsonNode::asText).toList(),
                list(node.get("respondents")).stream().map(JsonNode::asInt).toList()));
      }
      return cells;
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
