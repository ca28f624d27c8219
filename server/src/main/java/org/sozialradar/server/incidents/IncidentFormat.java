package org.sozialradar.server.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.sozialradar.export.CsvExport;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.text.Language;

/**
 * In which form an answer goes out.
 *
 * @param kind the form
 * @param language language of a sheet
 */
record IncidentFormat(Kind kind, Language language) {
  private static final HttpField CSV = Content.type(CsvExport.MEDIA_TYPE);
  private static final HttpField GEOJSON = Content.type("application/geo+json");
  private static final HttpField HTML = Content.type("text/html; charset=utf-8");

  /** A form. */
  enum Kind {
    JSON,
    CSV,
    GEOJSON,
    HTML;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What a query asks for.
   *
   * @throws org.sozialradar.server.http.ProblemException if there is no such form or language
   */
  static IncidentFormat of(Query query) {
    var kinds = List.of(Kind.values()).stream().map(Kind::label).toList();
    String kind = query.findOneOf("format", kinds).orElse(Kind.JSON.label());
    var language =
        query
            .findOneOf("lang", List.of("de", "en"))
            .flatMap(Language::find)
            .orElseGet(query::language);
    return new IncidentFormat(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), language);
  }

  private static List<HttpField> file(String ending) {
    return List.of(
        new HttpField("Content-Disposition", "attachment; filename=\"incident." + ending + "\""));
  }

  /** The content of an answer. */
  Content content(IncidentQuery query, Optional<SavedIncident> saved, Instant now) {
    var answer = IncidentAnswer.of(query, saved);
    return switch (kind) {
      case JSON -> Json.content(answer, CachePolicy.NEVER);
      case CSV -> Content.of(CSV, IncidentCsv.write(answer, query), CachePolicy.NEVER, file("csv"));
      case GEOJSON ->
          Content.of(
              GEOJSON,
              Json.bytes(IncidentGeoJson.of(answer, query)),
              CachePolicy.NEVER,
              file("geojson"));
      case HTML ->
          Content.of(HTML, SituationSheet.write(answer, query, language, now), CachePolicy.NEVER);
    };
  }
}
