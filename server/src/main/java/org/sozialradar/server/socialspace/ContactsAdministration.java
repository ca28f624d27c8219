package org.sozialradar.server.socialspace;

import java.time.Clock;
import java.util.List;
import java.util.Map;
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
import org.sozialradar.server.records.KeptRecords;
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
  private final KeptRecords contacts;

  /**
   * Contacts of a store.
   *
   * @param records what is saved
   * @param clock tells when
   */
  public ContactsAdministration(Snapshots snapshots, RecordStore records, Clock clock) {
    this.snapshots = snapshots;
    this.records = records;
    this.contacts = new KeptRecords(records, Contact.KIND, clock);
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
    String id = KeptRecords.requireId(query);
    var contact = Contact.of(id, JsonRequest.read(upload));
    var snapshot = snapshots.current();
    String edition = snapshot.defaultEdition();
    Selection.area(snapshot, edition, contact.area(), "");
    var saved = contacts.record(id, contact.office(), contact.text());
    contacts.put(saved, MOST_CONTACTS);
    return Json.content(AreaContact.of(saved, snapshot, edition), CachePolicy.NEVER);
  }

  private Answer delete(Query query) {
    return contacts.delete(
        query, id -> ProblemException.ofParameter(ProblemType.UNKNOWN_CONTACT, "id", id));
  }
}
