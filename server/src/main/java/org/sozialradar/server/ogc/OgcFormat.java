package org.sozialradar.server.ogc;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.Query;

/** In which form an answer is wanted: as the parameter {@code f} says, else the client's header. */
enum OgcFormat {
  JSON,
  HTML,
  /** TileJSON 3.0, of tilesets. */
  TILEJSON;

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
    return of(query, type, List.of(JSON, HTML));
  }

  /**
   * The same where there are more forms, which only the parameter can choose.
   *
   * @param offered all forms
   */
  static OgcFormat of(Query query, String type, List<OgcFormat> offered) {
    var named = query.findOneOf(PARAMETER, offered.stream().map(OgcFormat::label).toList());
    if (named.isPresent()) {
      return offered.stream()
          .filter(one -> one.label().equals(named.get()))
          .findAny()
          .orElseThrow();
    }
    var types = Stream.of(type, JSON_TYPE, HTML_TYPE).distinct().toList();
    return query.negotiate(types).equals(HTML_TYPE) ? HTML : JSON;
  }

  private String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
