package org.sozialradar.server.ogc;

import java.util.List;
import java.util.stream.Stream;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.Query;

/** In which form an answer is wanted: as the parameter {@code f} says, else the client's header. */
enum OgcFormat {
  JSON,
  HTML;

  static final String PARAMETER = "f";
  private static final String JSON_TYPE = "application/json";
  private static final String HTML_TYPE = "text/html";

  /**
   * The form that is wanted.
   *
   * @param type media type of the JSON
   * @throws ProblemException if the client likes neither
   */
  static OgcFormat of(Query query, String type) {
    var named = query.findOneOf(PARAMETER, List.of("json", "html"));
    if (named.isPresent()) {
      return named.get().equals("html") ? HTML : JSON;
    }
    var types = Stream.of(type, JSON_TYPE, HTML_TYPE).distinct().toList();
    return query.negotiate(types).equals(HTML_TYPE) ? HTML : JSON;
  }
}
