package org.sozialradar.server.incidents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.sozialradar.records.RecordStore;
import org.sozialradar.records.SavedRecord;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

/**
 * An incident that an editor saved: a name, a time and a question. Nothing of persons.
 *
 * @param id its id
 * @param name what people call it
 * @param at when it is or was, ISO 8601 in UTC
 * @param savedAt when it was saved last, ISO 8601
 * @param question the question as it came, JSON; null where it is not told
 */
record SavedIncident(
    String id,
    String name,
    String at,
    String savedAt,
    @JsonRawValue @JsonInclude(JsonInclude.Include.NON_NULL) String question) {
  static final String KIND = "incident";
  static final String PATH = "/api/incidents";

  /** Cannot be an id: it is an address of its own. */
  static final String COMPARISON = "comparison";

  static SavedIncident of(SavedRecord saved) {
    var json = JsonRequest.parse(saved.json());
    return new SavedIncident(
        saved.id(),
        saved.name(),
        json.text("at"),
        saved.savedAt().toString(),
        json.findObject("question")
            .orElseThrow(() -> new IllegalStateException(saved.id() + " has no question"))
            .json());
  }

  /** The same without its question, for lists. */
  SavedIncident brief() {
    return new SavedIncident(id, name, at, savedAt, null);
  }

  /**
   * The incident of an id.
   *
   * @throws ProblemException if there is none
   */
  static SavedIncident get(RecordStore records, String id) {
    if (!SavedRecord.isId(id)) {
      throw unknown(id);
    }
    return records.find(KIND, id).map(SavedIncident::of).orElseThrow(() -> unknown(id));
  }

  static ProblemException unknown(String id) {
    return ProblemException.ofParameter(ProblemType.UNKNOWN_INCIDENT, "id", id);
  }

  /** The question, which names no other incident. */
  IncidentRequest request() {
    return IncidentRequest.of(JsonRequest.parse(question));
  }

  /**
   * A time as it is kept.
   *
   * @throws ProblemException if it is none
   */
  static String time(JsonRequest json) {
    String at = json.text("at");
    try {
      return Instant.parse(at).toString();
    } catch (DateTimeParseException malformed) {
      throw ProblemException.ofParameter(
          ProblemType.BAD_FIELD, json.place("at"), "2026-11-22T10:00:00Z");
    }
  }
}
