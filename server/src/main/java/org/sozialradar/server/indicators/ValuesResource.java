package org.sozialradar.server.indicators;

import java.util.List;
import java.util.Set;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.ContentCache;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Redirect;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshots;

/** Answers values; an address without a revision leads to the current one. */
public final class ValuesResource implements Resource {
  private static final Set<String> PARAMETERS =
      Set.of("level", "period", "edition", "format", "dialect", "stamp");

  private final Snapshots snapshots;
  private final ContentCache cache;

  public ValuesResource(Snapshots snapshots, ContentCache cache) {
    this.snapshots = snapshots;
    this.cache = cache;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("/api/indicators/{indicator}/values", PARAMETERS, this::redirect),
        Route.of(
            "/api/revisions/{revision}/indicators/{indicator}/values", PARAMETERS, this::values));
  }

  private Answer redirect(Query query) {
    String format = format(query);
    return new Redirect(
        ValuesSelection.of(snapshots.current(), query).address(format, dialect(query)));
  }

  private Answer values(Query query) {
    String format = format(query);
    String stamp = query.find("stamp").orElse("");
    var snapshot = Selection.revision(snapshots, query.path("revision"), stamp);
    var selection = ValuesSelection.of(snapshot, query);
    var dialect = dialect(query);
    var content =
        cache.get(selection.address(format, dialect), () -> content(selection, format, dialect));
    // Without the stamp the address may come to mean the same revision of another store; results
    // that were computed here may be erased.
    boolean asked = stamp.isEmpty() || snapshot.restsOnResults(selection.indicator().id());
    return asked ? content.with(CachePolicy.REVALIDATE) : content;
  }

  private static Content content(ValuesSelection selection, String format, CsvDialect dialect) {
    return switch (format) {
      case "csv" -> ValuesFile.csv(selection, dialect);
      case "schema" -> ValuesFile.schema(selection);
      default -> Content.of(Json.TYPE, ValuesJson.write(selection), CachePolicy.IMMUTABLE);
    };
  }

  /** How a table is written; what is none has no dialect but the standard one. */
  private static CsvDialect dialect(Query query) {
    var known = List.of(CsvDialect.values()).stream().map(CsvDialect::id).toList();
    var dialect =
        query.findOneOf("dialect", known).flatMap(CsvDialect::find).orElse(CsvDialect.STANDARD);
    if (dialect != CsvDialect.STANDARD && !format(query).equals("csv")) {
      throw Query.bad("dialect", dialect.id(), "format=csv");
    }
    return dialect;
  }

  private static String format(Query query) {
    return query.findOneOf("format", List.of("json", "csv", "schema")).orElse("json");
  }
}
