package org.sozialradar.server.priorities;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.sozialradar.records.RecordStore;
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
import org.sozialradar.server.records.KeptRecords;

/**
 * Lists, saves, renames and deletes questions about priorities. Belongs behind the gate of the
 * admin port.
 */
public final class WeightSetsAdministration implements Resource {
  private static final String ALL = "/api/admin/weight-sets";
  private static final String PATH = ALL + "/{id}";

  private final RecordStore records;
  private final KeptRecords sets;

  /**
   * Sets of a store.
   *
   * @param records what is saved
   * @param clock tells when
   */
  public WeightSetsAdministration(RecordStore records, Clock clock) {
    this.records = records;
    this.sets = new KeptRecords(records, WeightSet.KIND, clock);
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of(ALL, query -> WeightSet.list(records)));
  }

  @Override
  public List<Posting> postings() {
    return List.of(new Posting(ALL, Set.of(), PrioritiesResource.MOST_BYTES, this::add));
  }

  @Override
  public List<Posting> replacements() {
    return List.of(new Posting(PATH, Set.of(), PrioritiesResource.MOST_BYTES, this::save));
  }

  @Override
  public List<Deletion> deletions() {
    return List.of(new Deletion(PATH, Set.of(), this::delete));
  }

  private record Named(String name, PriorityRequest request) {
    static Named of(Posting.Upload upload) {
      var json = JsonRequest.read(upload).requireKnown(Set.of("name", "request"));
      var request = json.findObject("request").map(PriorityRequest::of);
      return new Named(
          json.text("name"),
          request.orElseThrow(
              () -> ProblemException.ofParameter(ProblemType.MISSING_FIELD, "request")));
    }
  }

  /** Saves a question whose id is not known yet; one that was saved before gets the new name. */
  private Answer add(Query query, Posting.Upload upload) {
    return put(Named.of(upload));
  }

  private Answer save(Query query, Posting.Upload upload) {
    var named = Named.of(upload);
    if (!named.request().id().equals(query.path("id"))) {
      // The id is made from the question: whoever has it knows what was asked.
      throw Query.bad("id", query.path("id"), named.request().id());
    }
    return put(named);
  }

  private Answer put(Named named) {
    var request = named.request();
    var saved = sets.record(request.id(), named.name(), request.json());
    sets.put(saved);
    return Json.content(WeightSet.of(saved), CachePolicy.NEVER);
  }

  private Answer delete(Query query) {
    return sets.delete(query, WeightSet::unknown);
  }
}
