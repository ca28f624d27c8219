package org.sozialradar.filter.cql2;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.sozialradar.filter.Expression;
import org.sozialradar.filter.Filter;
import org.sozialradar.filter.FilterFault;
import org.sozialradar.filter.InvalidFilterException;

/** Reads CQL2 JSON. */
public final class Cql2Json {
  /** Deeper than any filter within the limits, each of whose levels takes two of JSON. */
  private static final int DEEPEST = 50;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(Filter.MOST_BYTES)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Cql2Json() {}

  /**
   * The tree of a JSON document.
   *
   * @throws InvalidFilterException {@code too-long}, {@code not-json} with line and column, {@code
   *     bad-node} with its place, {@code too-deep}, {@code bad-time}, {@code bad-geometry}
   */
  public static Expression parse(String json) {
    return parse(json, Frame.OF_DATA);
  }

  /**
   * As {@link #parse(String)}, with geometries in another coordinate system than the data.
   *
   * @param frame that system
   */
  public static Expression parse(String json, Frame frame) {
    Cql2Text.requireLength(json);
    return new JsonNodes("$", 1, frame).expression(tree(json));
  }

  private static JsonNode tree(String json) {
    try {
      var tree = MAPPER.readTree(json);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (StreamConstraintsException e) {
      // Of Jackson's limits only this one can be met by a filter that is short enough.
      throw InvalidFilterException.of(FilterFault.TOO_DEEP, Filter.DEEPEST);
    } catch (JsonProcessingException e) {
      var location = e.getLocation();
      throw InvalidFilterException.of(
          FilterFault.NOT_JSON,
          location == null ? 0 : location.getLineNr(),
          location == null ? 0 : location.getColumnNr());
    }
  }
}
