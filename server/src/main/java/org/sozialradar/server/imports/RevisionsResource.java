package org.sozialradar.server.imports;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Posting;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.store.Revision;
import org.sozialradar.store.UnknownRevisionException;

/**
 * Tells which revisions the store keeps, and makes a new one of an older one by a job. Who may
 * import may do both: a restored revision can itself be undone. Belongs behind the gate of the
 * admin port.
 */
public final class RevisionsResource implements Resource {
  private static final String PATH = "/api/admin/revisions";
  private static final String REVISION = "revision";
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

  private final ImportQueue queue;
  private final JobStores stores;

  /**
   * Restores through a queue.
   *
   * @param stores whose revisions they are
   */
  public RevisionsResource(ImportQueue queue, JobStores stores) {
    this.queue = queue;
    this.stores = stores;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of(PATH, this::list));
  }

  @Override
  public List<Posting> postings() {
    return List.of(
        new Posting(
            PATH + "/{" + REVISION + "}/restoration",
            Set.of(),
            0,
            (query, nothing) -> restore(query)));
  }

  /**
   * Revisions as they are told of.
   *
   * @param revisions the newest first
   */
  record RevisionsView(List<RevisionView> revisions) {}

  private List<Revision> kept() {
    return stores.geodata(store -> store.listRevisions());
  }

  private Answer list(Query query) {
    var newestFirst =
        kept().stream()
            .sorted(Comparator.comparingLong(Revision::number).reversed())
            .map(RevisionView::of)
            .toList();
    return Json.content(new RevisionsView(newestFirst), CachePolicy.NEVER);
  }

  private Answer restore(Query query) {
    String text = query.path(REVISION);
    if (!NUMBER.matcher(text).matches()) {
      throw unknown(text);
    }
    long number = Long.parseLong(text);
    queue.requirePlace();
    if (kept().stream().noneMatch(one -> one.number() == number)) {
      throw unknown(text);
    }
    return JobAnswer.of(queue.add(new RestoreWork(number, stores)), query);
  }

  /** The older revision may be pruned while a job waits. */
  static <T> T orUnknown(long number, Supplier<T> work) {
    try {
      return work.get();
    } catch (UnknownRevisionException pruned) {
      throw unknown(Long.toString(number));
    }
  }

  private static ProblemException unknown(String text) {
    return ProblemException.ofParameter(ProblemType.UNKNOWN_REVISION, REVISION, text);
  }
}
