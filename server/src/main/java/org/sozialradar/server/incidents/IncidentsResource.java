package org.sozialradar.server.incidents;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.sozialradar.records.RecordStore;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.ContentCache;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.Posting;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.server.uploads.UploadReader;

/** Answers what is known of an area where something happens, and which incidents were saved. */
public final class IncidentsResource implements Resource {
  /** Room for a polygon of twenty thousand corners. */
  static final long MOST_BYTES = 2 << 20;

  private static final Set<String> PARAMETERS = Set.of("format", "lang");

  private final Snapshots snapshots;
  private final ContentCache cache;
  private final Supplier<RecordStore> records;
  private final Clock clock;
  private final UploadReader uploads = UploadReader.ofThisMachine();

  /**
   * Incidents.
   *
   * @param records what is saved, as the store has it now
   * @param clock tells the day that stands on a sheet
   */
  public IncidentsResource(
      Snapshots snapshots, ContentCache cache, Supplier<RecordStore> records, Clock clock) {
    this.snapshots = snapshots;
    this.cache = cache;
    this.records = records;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.costly(SavedIncident.PATH, Set.of(), this::list),
        Route.costly(
            SavedIncident.PATH + "/" + SavedIncident.COMPARISON, Set.of("a", "b"), this::compare),
        Route.costly(SavedIncident.PATH + "/{id}", PARAMETERS, this::saved));
  }

  @Override
  public List<Posting> computations() {
    return List.of(
        new Posting(SavedIncident.PATH, PARAMETERS, UploadedQuestion.MOST_BYTES, this::compute));
  }

  private Answer list(Query query) {
    var all =
        records.get().list(SavedIncident.KIND).stream()
            .map(SavedIncident::of)
            .map(SavedIncident::brief)
            .toList();
    return Json.content(Map.of("incidents", all), CachePolicy.NEVER);
  }

  private Answer saved(Query query) {
    var saved = SavedIncident.get(records.get(), query.path("id"));
    var request = saved.request();
    return answer(query, request, request.place(), Optional.of(saved), saved.question());
  }

  private Answer compare(Query query) {
    var a = SavedIncident.get(records.get(), query.get("a"));
    var b = SavedIncident.get(records.get(), query.get("b"));
    var snapshot = snapshots.current();
    return Json.content(IncidentComparison.of(snapshot, a, b), CachePolicy.NEVER);
  }

  private Answer compute(Query query, Posting.Upload upload) {
    if (UploadedQuestion.isForm(upload)) {
      var uploaded = UploadedQuestion.read(uploads, upload, query.language());
      var request = uploaded.request();
      return answer(query, request, request.place(), Optional.empty(), uploaded.identity());
    }
    var only = new Posting(SavedIncident.PATH, PARAMETERS, MOST_BYTES, this::compute);
    return drawn(query, only.receive(upload.contentType(), upload.length(), upload.body()));
  }

  private Answer drawn(Query query, Posting.Upload upload) {
    var json = JsonRequest.read(upload);
    var request = IncidentRequest.of(json);
    if (!request.place().source().equals(IncidentPlace.SAVED)) {
      return answer(query, request, request.place(), Optional.empty(), json.json());
    }
    var saved = SavedIncident.get(records.get(), request.place().id());
    return answer(
        query,
        request,
        saved.request().place(),
        Optional.of(saved.brief()),
        json.json() + saved.question());
  }

  private Answer answer(
      Query query,
      IncidentRequest request,
      IncidentPlace place,
      Optional<SavedIncident> saved,
      String question) {
    var format = IncidentFormat.of(query);
    var snapshot = snapshots.current();
    boolean known = saved.isPresent() || request.place().source().equals(IncidentPlace.SAVED);
    String source = known ? IncidentPlace.SAVED : place.source();
    return cache.get(
        key(
            snapshot,
            format,
            minute(format) + saved.map(SavedIncident::toString).orElse("") + question),
        () ->
            format.content(
                IncidentQuery.of(snapshot, request, place, source), saved, clock.instant()));
  }

  /** A sheet says when it was made: it is not kept longer than a minute. */
  private String minute(IncidentFormat format) {
    return format.kind() == IncidentFormat.Kind.HTML
        ? clock.instant().truncatedTo(ChronoUnit.MINUTES).toString()
        : "";
  }

  /** Questions may be long: their digest stands for them. */
  private static String key(Snapshot snapshot, IncidentFormat format, String question) {
    return "incidents@%d-%s/%s/%s"
        .formatted(
            snapshot.revision().number(),
            snapshot.stamp(),
            format,
            DigestUtils.sha256Hex(question));
  }
}
