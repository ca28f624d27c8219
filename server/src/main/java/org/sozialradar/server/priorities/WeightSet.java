package org.sozialradar.server.priorities;

import java.util.Map;
import org.sozialradar.records.RecordStore;
import org.sozialradar.records.SavedRecord;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.ranking.PriorityRequest;

/**
 * A question about priorities that was saved, so that others can ask it again.
 *
 * @param id short id of the question
 * @param name what a person calls it
 * @param savedAt when it was saved last, ISO 8601
 * @param request the question in its canonical form
 */
record WeightSet(String id, String name, String savedAt, Map<String, Object> request) {
  static final String KIND = "weight-set";
  static final String PATH = "/api/weight-sets";

  static WeightSet of(SavedRecord saved) {
    return new WeightSet(
        saved.id(), saved.name(), saved.savedAt().toString(), request(saved).canonical());
  }

  private static PriorityRequest request(SavedRecord saved) {
    return PriorityRequest.of(JsonRequest.parse(saved.json()));
  }

  /** All of them, as everybody may read them. */
  static Answer list(RecordStore records) {
    var sets = records.list(KIND).stream().map(WeightSet::of).toList();
    return Json.content(Map.of("weightSets", sets), CachePolicy.NEVER);
  }

  /**
   * The record of an id.
   *
   * @throws ProblemException if there is none
   */
  static SavedRecord get(RecordStore records, String id) {
    if (!SavedRecord.isId(id)) {
      throw unknown(id);
    }
    return records.find(KIND, id).orElseThrow(() -> unknown(id));
  }

  static PriorityRequest request(RecordStore records, String id) {
    return request(get(records, id));
  }

  static ProblemException unknown(String id) {
    return ProblemException.ofParameter(ProblemType.UNKNOWN_WEIGHT_SET, "id", id);
  }
}
