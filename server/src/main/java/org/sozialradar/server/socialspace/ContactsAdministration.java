package org.sozialradar.server.socialspace;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
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
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshots;

/** Lists, saves and deletes contacts of offices. Belongs behind the gate of the admin port. */
public final class ContactsAdministration implements Resource {
  /** Most contacts: whoever opens the portrait of an area has all of them read. */
  static final int MOST_CONTACTS = 1000;

  private static final String PATH = "/api/admin/contacts/{id}";
  private static final long MOST_BYTES = 16 << 10;

  private final Snapshots snapshots;
  private final RecordStore records;
  private final Clock clock;

  /**
   * Contacts of a store.
   *
   * @param records what is saved
   * @param clock tells when
   */
  public ContactsAdministration(Snapshots snapshots, RecordStore records, Clock clock) {
    this.snapshots = snapshots;
    this.records = records;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of("/api/admin/contacts", query -> list()));
  }

  private Answer list() {
    var snapshot = snapshots.current();
    return Json.content(
        Map.of("contacts", AreaContact.list(records, snapshot, snapshot.defaultEdition())),
        CachePolicy.NEVER);
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
    String id = query.path("id");
    if (!SavedRecord.isId(id)) {
      throw Query.bad("id", id, "a–z 0–9 - _ (1–64)");
    }
    var contact = Contact.of(id, JsonRequest.read(upload));
    var snapshot = snapshots.current();
    String edition = snapshot.defaultEdition();
    Selection.area(snapshot, edition, contact.area(), "");
    requireRoom(id);
    var saved =
        new SavedRecord(
            Contact.KIND,
            id,
            contact.office(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            contact.text());
    records.put(saved);
    return Json.content(AreaContact.of(saved, snapshot, edition), CachePolicy.NEVER);
  }

  private void requireRoom(String id) {
    long others = records.list(Contact.KIND).stream().filter(one -> !one.id().equals(id)).count();
    if (others >= MOST_CONTACTS) {
      throw ProblemException.of(ProblemType.TOO_MANY_RECORDS, Integer.toString(MOST_CONTACTS));
    }
  }

  private Answer delete(Query query) {
    String id = query.path("id");
    if (!SavedRecord.isId(id) || !records.delete(Contact.KIND, id)) {
      throw ProblemException.ofParameter(ProblemType.UNKNOWN_CONTACT, "id", id);
    }
    return Json.content(Map.of("id", id, "deleted", true), CachePolicy.NEVER);
  }
}
