package org.sozialradar.server.records;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sozialradar.records.InvalidRecordException;
import org.sozialradar.records.RecordStore;
import org.sozialradar.records.SavedRecord;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;

/** The records of one kind in a store. Safe for use by many threads. */
public final class KeptRecords {
  private final RecordStore store;
  private final String kind;
  private final Clock clock;

  /**
   * The records of a kind.
   *
   * @param store what is saved
   * @param clock tells when
   */
  public KeptRecords(RecordStore store, String kind, Clock clock) {
    this.store = store;
    this.kind = kind;
    this.clock = clock;
  }

  /**
   * The id in the path of a request.
   *
   * @throws ProblemException {@code bad-parameter} if none can have this id
   */
  public static String requireId(Query query) {
    String id = query.path("id");
    if (!SavedRecord.isId(id)) {
      throw Query.bad("id", id, "a–z 0–9 - _ (1–64)");
    }
    return id;
  }

  /**
   * A record of now, not saved yet.
   *
   * @throws ProblemException {@code bad-field} if the name is empty or too long, {@code
   *     body-too-large} if the text is
   */
  public SavedRecord record(String id, String name, String json) {
    try {
      return new SavedRecord(kind, id, name, clock.instant().truncatedTo(ChronoUnit.SECONDS), json);
    } catch (InvalidRecordException unfit) {
      throw unfit.code().equals("json-too-long")
          ? ProblemException.of(ProblemType.BODY_TOO_LARGE, "1 MiB")
          : ProblemException.ofParameter(
              ProblemType.BAD_FIELD, "name", "1–" + SavedRecord.MOST_NAME);
    }
  }

  /** All but the one that a record would replace. */
  public List<SavedRecord> others(SavedRecord saved) {
    return store.list(kind).stream().filter(one -> !one.id().equals(saved.id())).toList();
  }

  /**
   * Saves a record; it is on disk when the method returns.
   *
   * @throws ProblemException {@code too-many-records} if there is no room for one more
   */
  public void put(SavedRecord saved) {
    try {
      store.put(saved);
    } catch (InvalidRecordException full) {
      throw tooMany(full.details().get("most"));
    }
  }

  /**
   * Saves a record where fewer are allowed than a store holds.
   *
   * @throws ProblemException {@code too-many-records} if there are as many others
   */
  public void put(SavedRecord saved, int most) {
    requireFewer(others(saved), most);
    put(saved);
  }

  /**
   * Checks that there is room for one more.
   *
   * @param others what is kept beside it
   * @throws ProblemException {@code too-many-records} if there are as many others
   */
  public static void requireFewer(List<SavedRecord> others, int most) {
    if (others.size() >= most) {
      throw tooMany(Integer.toString(most));
    }
  }

  private static ProblemException tooMany(String most) {
    return ProblemException.of(ProblemType.TOO_MANY_RECORDS, most);
  }

  /**
   * Deletes the record that a request names.
   *
   * @param unknown what to say of an id that there is no record of
   */
  public Answer delete(Query query, Function<String, ProblemException> unknown) {
    String id = query.path("id");
    if (!SavedRecord.isId(id) || !store.delete(kind, id)) {
      throw unknown.apply(id);
    }
    return Json.content(Map.of("id", id, "deleted", true), CachePolicy.NEVER);
  }
}
