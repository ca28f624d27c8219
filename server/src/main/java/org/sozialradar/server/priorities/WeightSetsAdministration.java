package org.sozialradar.server.priorities;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sozialradar.records.InvalidRecordException;
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
import org.sozialradar.server.ranking.PriorityRequest;

/** Saves and deletes questions about priorities. Belongs behind the gate of the admin port. */
public final class WeightSetsAdministration implements Resource {
  private static final String PATH = "/api/admin/weight-sets/{id}";

  private final RecordStore records;
  private final Clock clock;

  /**
   * Sets of a store.
   *
   * @param records what is saved
   * @param clock tells when
   */
  public WeightSetsAdministration(RecordStore records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of();
  }

  @Override
  public List<Posting> replacements() {
    return List.of(new Posting(PATH, Set.of(), PrioritiesResource.MOST_BYTES, this::save));
  }

  @Override
  public List<Deletion> deletions() {
    return List.of(new Deletion(PATH, Set.of(), this::delete));
  }

  private Answer save(Query query, Posting.Upload upload) {
    var json = JsonRequest.read(upload).requireKnown(Set.of("name", "request"));
    var request =
        json.findObject("request")
            .map(PriorityRequest::of)
            .orElseThrow(() -> ProblemException.ofParameter(ProblemType.MISSING_FIELD, "request"));
    if (!request.id().equals(query.path("id"))) {
      // The id is made from the question: whoever has it knows what was asked.
      throw Query.bad("id", query.path("id"), request.id());
    }
    var saved = record(request, json.text("name"));
    put(saved);
    return Json.content(WeightSet.of(saved), CachePolicy.NEVER);
  }

  private void put(SavedRecord saved) {
    try {
      records.put(saved);
    } catch (InvalidRecordException full) {
      throw ProblemException.of(ProblemType.TOO_MANY_RECORDS, full.details().get("most"));
    }
  }

  private SavedRecord record(PriorityRequest request, String name) {
    try {
      return new SavedRecord(
          WeightSet.KIND,
          request.id(),
          name,
          clock.instant().truncatedTo(ChronoUnit.SECONDS),
          request.json());
    } catch (InvalidRecordException unfit) {
      throw ProblemException.ofParameter(
          ProblemType.BAD_FIELD, "name", "1–" + SavedRecord.MOST_NAME);
    }
  }

  private Answer delete(Query query) {
    String id = query.path("id");
    if (!SavedRecord.isId(id) || !records.delete(WeightSet.KIND, id)) {
      throw WeightSet.unknown(id);
    }
    return Json.content(Map.of("id", id, "deleted", true), CachePolicy.NEVER);
  }
}
