package org.sozialradar.server.socialspace;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.sozialradar.export.CsvExport;
import org.sozialradar.records.RecordStore;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshots;

/** Answers which measures an office recorded. */
public final class MeasuresResource implements Resource {
  private static final HttpField CSV = Content.type(CsvExport.MEDIA_TYPE);
  private static final HttpField FILE =
      new HttpField("Content-Disposition", "attachment; filename=\"measures.csv\"");

  private final Snapshots snapshots;
  private final Supplier<RecordStore> records;

  /**
   * Measures of a store.
   *
   * @param records what is saved, as the store has it now
   */
  public MeasuresResource(Snapshots snapshots, Supplier<RecordStore> records) {
    this.snapshots = snapshots;
    this.records = records;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.costly("/api/measures", Set.of("area", "edition", "format"), this::list));
  }

  private Answer list(Query query) {
    var snapshot = snapshots.current();
    String edition = Selection.edition(snapshot, query);
    var format = query.findOneOf("format", List.of("json", "csv")).orElse("json");
    var measures =
        query
            .find("area")
            .map(code -> Selection.area(snapshot, edition, code, ""))
            .map(area -> AreaMeasure.list(records.get(), snapshot, edition, area))
            .orElseGet(() -> AreaMeasure.list(records.get(), snapshot, edition));
    return format.equals("csv")
        ? Content.of(
            CSV,
            MeasureCsv.write(measures).getBytes(StandardCharsets.UTF_8),
            CachePolicy.NEVER,
            List.of(FILE))
        : Json.content(
            Map.of("measures", measures.stream().map(AreaMeasure::json).toList()),
            CachePolicy.NEVER);
  }
}
