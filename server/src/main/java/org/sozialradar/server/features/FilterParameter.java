package org.sozialradar.server.features;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.filter.Expression;
import org.sozialradar.filter.Filter;
import org.sozialradar.filter.FilterFault;
import org.sozialradar.filter.InvalidFilterException;
import org.sozialradar.filter.cql2.Cql2Json;
import org.sozialradar.filter.cql2.Cql2Text;
import org.sozialradar.filter.cql2.Frame;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.text.Language;

/**
 * The parameters {@code filter}, {@code filter-lang} and {@code filter-crs} (OGC 19-079r2).
 *
 * @param text the filter, if there is one
 * @param json whether it is JSON
 * @param system of its geometries
 * @param language in which is said what is wrong
 */
public record FilterParameter(
    Optional<String> text, boolean json, ReferenceSystem system, Language language) {
  private static final String NAME = "filter";
  private static final String JSON = "cql2-json";

  /**
   * What a request says; without {@code filter-lang}, a filter that begins with a brace is JSON.
   *
   * @throws ProblemException if language or coordinate system are unknown
   */
  public static FilterParameter of(Query query) {
    var text = query.find(NAME);
    var named = query.findOneOf("filter-lang", List.of("cql2-text", JSON));
    boolean json = named.map(JSON::equals).orElse(text.orElse("").stripLeading().startsWith("{"));
    var system = CoordinateSystems.of(query, "filter-crs");
    return new FilterParameter(text, json, system, query.language());
  }

  /**
   * The filter, checked against what a collection has.
   *
   * @throws ProblemException if it cannot be taken
   */
  public Optional<Filter> read(FeatureCollection collection) {
    try {
      return text.map(this::parse).map(tree -> Filter.of(tree, collection.queryables()));
    } catch (InvalidFilterException refused) {
      throw ProblemException.explained(
          ProblemType.FILTER_REFUSED, NAME, language.of(refused.text()));
    }
  }

  private Expression parse(String filter) {
    var frame = new Frame(system.isNorthFirst(), system.isGeographic(), this::inDegrees);
    return json ? Cql2Json.parse(filter, frame) : Cql2Text.parse(filter, frame);
  }

  private Geometry inDegrees(Geometry geometry) {
    return Placement.inDegrees(system, geometry)
        .orElseThrow(
            () ->
                InvalidFilterException.inWords(
                    FilterFault.BAD_GEOMETRY,
                    List.of(
                        "sie reicht über das Gebiet hinaus, für das ihr Koordinatensystem gilt"),
                    List.of("it reaches beyond where its coordinate system can be used")));
  }
}
