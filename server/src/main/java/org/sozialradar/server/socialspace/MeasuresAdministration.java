package org.sozialradar.server.socialspace;

import java.time.Clock;
import java.util.List;
import java.util.Map;
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
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;

/** Lists, saves and deletes measures. Belongs behind the gate of the admin port. */
public final class MeasuresAdministration implements Resource {
  /** Most measures of an office: all of them are answered at once. */
  static final int MOST_MEASURES = 1000;

  /** Most characters of all measures together: whoever asks of an area has all of them read. */
  static final int MOST_CHARACTERS = 2_000_000;

  private static final String PATH = "/api/admin/measures/{id}";
  private static final long MOST_BYTES = 64 << 10;

  /** Degrees around the rectangle of an area: a place may lie just beyond its border. */
  private static final double BEYOND = 0.05;

  private final Snapshots snapshots;
  private final RecordStore records;
  private final KeptRecords measures;

  /**
   * Measures of a store.
   *
   * @param records what is saved
   * @param clock tells when
   */
  public MeasuresAdministration(Snapshots snapshots, RecordStore records, Clock clock) {
    this.snapshots = snapshots;
    this.records = records;
    this.measures = new KeptRecords(records, Measure.KIND, clock);
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of("/api/admin/measures", query -> list()));
  }

  private Answer list() {
    var snapshot = snapshots.current();
    var listed = AreaMeasure.list(records, snapshot, snapshot.defaultEdition());
    return Json.content(
        Map.of("measures", listed.stream().map(AreaMeasure::json).toList()), CachePolicy.NEVER);
  }

  @Override
  public List<Posting> replacements() {
    return List.of(new Posting(PATH, Set.of(), MOST_BYTES, this::save));
  }

  @Override
  public List<Deletion> deletions() {
    return List.of(new Deletion(PATH, Set.of(), this::delete));
  }

  private Answer save(Query query, Posting.Upload upload) {
    String id = KeptRecords.requireId(query);
    var measure = Measure.of(id, JsonRequest.read(upload));
    var snapshot = snapshots.current();
    String edition = snapshot.defaultEdition();
    requirePlace(measure, Selection.area(snapshot, edition, measure.area(), ""));
    measure.indicators().forEach(one -> Selection.indicator(snapshot, one));
    var saved = measures.record(id, measure.title(), measure.text());
    var others = measures.others(saved);
    KeptRecords.requireFewer(others, MOST_MEASURES);
    requireRoom(saved, others);
    measures.put(saved);
    return Json.content(answer(saved, snapshot, edition), CachePolicy.NEVER);
  }

  private static Map<String, Object> answer(SavedRecord saved, Snapshot snapshot, String edition) {
    return AreaMeasure.of(saved, snapshot, edition).json();
  }

  /** Longitude and latitude are easily exchanged. */
  private static void requirePlace(Measure measure, AreaEntry area) {
    if (measure.place().isEmpty() || !area.hasGeometry()) {
      return;
    }
    double lon = measure.place().get(0);
    double lat = measure.place().get(1);
    var box = area.box();
    requireWithin("lon", lon, box.get(0), box.get(2));
    requireWithin("lat", lat, box.get(1), box.get(3));
  }

  private static void requireWithin(String field, double value, double least, double most) {
    if (!(value >= least - BEYOND && value <= most + BEYOND)) {
      throw ProblemException.ofParameter(
          ProblemType.FIELD_OUT_OF_RANGE, field, shown(value), shown(least), shown(most));
    }
  }

  private static String shown(double degrees) {
    return Double.toString(Math.round(degrees * 1e5) / 1e5);
  }

  private static void requireRoom(SavedRecord saved, List<SavedRecord> others) {
    long characters = others.stream().mapToLong(one -> one.json().length()).sum();
    if (characters + saved.json().length() > MOST_CHARACTERS) {
      throw ProblemException.of(ProblemType.RECORDS_TOO_LONG, Integer.toString(MOST_CHARACTERS));
    }
  }

  private Answer delete(Query query) {
    return measures.delete(
        query, id -> ProblemException.ofParameter(ProblemType.UNKNOWN_MEASURE, "id", id));
  }
}
