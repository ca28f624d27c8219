package org.sozialradar.server.incidents;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.sozialradar.records.RecordStore;
import org.sozialradar.records.SavedRecord;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Deletion;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.Posting;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.records.KeptRecords;
import org.sozialradar.server.snapshot.Snapshots;

/** Saves and deletes incidents. Belongs behind the gate of the admin port. */
public final class IncidentsAdministration implements Resource {
  private static final String PATH = "/api/admin/incidents/{id}";

  private final Snapshots snapshots;
  private final KeptRecords incidents;

  /**
   * Incidents of a store.
   *
   * @param snapshots the data that a question must have an answer in
   * @param records what is saved
   * @param clock tells when
   */
  public IncidentsAdministration(Snapshots snapshots, RecordStore records, Clock clock) {
    this.snapshots = snapshots;
    this.incidents = new KeptRecords(records, SavedIncident.KIND, clock);
  }

  @Override
  public List<Route> routes() {
    return List.of();
  }

  @Override
  public List<Posting> replacements() {
    return List.of(new Posting(PATH, Set.of(), SavedRecord.MOST_JSON, this::save));
  }

  @Override
  public List<Deletion> deletions() {
    return List.of(new Deletion(PATH, Set.of(), this::delete));
  }

  private Answer save(Query query, Posting.Upload upload) {
    String id = query.path("id");
    if (!SavedRecord.isId(id) || id.equals(SavedIncident.COMPARISON)) {
      throw Query.bad("id", id, "flood-2026-11-22");
    }
    var json = JsonRequest.read(upload).requireKnown(Set.of("name", "at", "question"));
    String name = json.text("name");
    String at = SavedIncident.time(json);
    var question =
        json.findObject("question")
            .orElseThrow(() -> ProblemException.ofParameter(ProblemType.MISSING_FIELD, "question"));
    var request = IncidentRequest.of(question);
    if (request.place().source().equals(IncidentPlace.SAVED)) {
      // It would change with the other one, or be gone with it.
      throw ProblemException.ofParameter(
          ProblemType.NOT_ONE_FIELD, "question.area", "geometry, layer");
    }
    String text = "{\"at\":\"" + at + "\",\"question\":" + question.json() + "}";
    var saved = incidents.record(id, name, text);
    requireAnswer(request);
    incidents.put(saved);
    return Json.content(SavedIncident.of(saved), CachePolicy.NEVER);
  }

  /** What has no answer now is refused now, and not when somebody needs it. */
  private void requireAnswer(IncidentRequest request) {
    IncidentQuery.of(snapshots.current(), request, request.place(), request.place().source());
  }

  private Answer delete(Query query) {
    return incidents.delete(query, SavedIncident::unknown);
  }
}
