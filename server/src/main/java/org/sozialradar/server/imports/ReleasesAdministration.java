package org.sozialradar.server.imports;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.publication.Releases;
import org.sozialradar.release.ReleaseFolder;
import org.sozialradar.release.ReleaseView;
import org.sozialradar.release.Withdrawal;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Deletion;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.Posting;
import org.sozialradar.server.http.Posting.Upload;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.store.GeodataStore;

/**
 * Makes releases, each by a job, and withdraws them. An editor may make one, as it may import; only
 * an admin may withdraw one, as it may delete. Belongs behind the gate of the admin port.
 */
public final class ReleasesAdministration implements Resource {
  private static final String PATH = "/api/admin/releases";
  private static final String REASON_DE = "reasonDe";
  private static final String REASON_EN = "reasonEn";
  private static final long MOST_BYTES = 1 << 18;
  private static final int MOST_CHOSEN = 100;

  private final ImportQueue queue;
  private final JobStores stores;
  private final Releases.Contents contents;
  private final Optional<ReleaseFolder> folder;
  private final Clock clock;

  /**
   * Makes releases through a queue.
   *
   * @param stores what they are made of, and where their records go
   * @param contents writes their files
   * @param folder keeps their files; empty if this server has none
   */
  public ReleasesAdministration(
      ImportQueue queue,
      JobStores stores,
      Releases.Contents contents,
      Optional<ReleaseFolder> folder,
      Clock clock) {
    this.queue = queue;
    this.stores = stores;
    this.contents = contents;
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of();
  }

  @Override
  public List<Posting> postings() {
    return List.of(new Posting(PATH, Set.of(), MOST_BYTES, this::create));
  }

  @Override
  public List<Deletion> deletions() {
    return List.of(new Deletion(PATH + "/{id}", Set.of(REASON_DE, REASON_EN), this::withdraw));
  }

  private Answer create(Query query, Upload upload) {
    var asked = asked(JsonRequest.read(upload));
    var place = folder.orElseThrow(() -> ProblemException.of(ProblemType.RELEASE_FOLDER));
    queue.requirePlace();
    stores.geodata(store -> check(store, place, asked));
    var told = contents.in(query.language().tag());
    return JobAnswer.of(queue.add(new ReleaseWork(asked, told, place, stores, clock)), query);
  }

  private boolean check(GeodataStore store, ReleaseFolder place, Releases.Asked asked) {
    new Releases(store, place, clock).requireFree(asked.id());
    contents.check(store, asked);
    return true;
  }

  private static Releases.Asked asked(JsonRequest json) {
    json.requireKnown(Set.of("id", "title", "notes", "levels", "formats"));
    String id = json.text("id");
    return new Releases.Asked(
        id,
        json.findObject("title").map(ReleasesAdministration::title).orElseGet(() -> title(id)),
        json.findText("notes").orElse(""),
        json.texts("levels", MOST_CHOSEN),
        json.texts("formats", MOST_CHOSEN));
  }

  private static LocalizedText title(JsonRequest json) {
    json.requireKnown(Set.of("de", "en"));
    return new LocalizedText(json.text("de"), json.text("en"));
  }

  private static LocalizedText title(String id) {
    return new LocalizedText("Sozialradar " + id, "Sozialradar " + id);
  }

  /** Its files stay where they are, but nobody is given them any more. */
  private Answer withdraw(Query query) {
    var reason = new LocalizedText(reason(query, REASON_DE), reason(query, REASON_EN));
    String id = query.path("id");
    var withdrawn = stores.geodata(store -> withdraw(store, id, reason));
    return Json.content(withdrawn, CachePolicy.NEVER);
  }

  private static String reason(Query query, String name) {
    String text = query.get(name);
    if (text.length() > Withdrawal.MOST_REASON || text.chars().anyMatch(Character::isISOControl)) {
      throw Query.bad(name, text, "1–" + Withdrawal.MOST_REASON);
    }
    return text;
  }

  private ReleaseView withdraw(GeodataStore store, String id, LocalizedText reason) {
    return ReleaseView.of(Releases.withdraw(store, id, reason, clock), "");
  }
}
