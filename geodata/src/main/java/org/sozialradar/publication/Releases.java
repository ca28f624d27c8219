package org.sozialradar.publication;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.release.Release;
import org.sozialradar.release.ReleaseDescription;
import org.sozialradar.release.ReleaseDraft;
import org.sozialradar.release.ReleaseException;
import org.sozialradar.release.ReleaseFolder;
import org.sozialradar.release.ReleaseSource;
import org.sozialradar.release.SurveyWave;
import org.sozialradar.release.Withdrawal;
import org.sozialradar.store.GeodataStore;

/**
 * Freezes what is published under an id, and withdraws it. Safe for use by many threads and
 * processes: of several that freeze the same id one succeeds.
 */
public final class Releases {
  private final GeodataStore store;
  private final ReleaseFolder folder;
  private final Clock clock;

  /**
   * Releases of a store.
   *
   * @param store what is published, and the records
   * @param folder keeps the files
   * @param clock tells when
   */
  public Releases(GeodataStore store, ReleaseFolder folder, Clock clock) {
    this.store = store;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * What a release shall be.
   *
   * @param id its id
   * @param title what it is called
   * @param notes what its readers should know; empty if there is nothing
   * @param levels levels of areas that it holds; empty for all
   * @param formats formats of its files; empty for the usual ones
   */
  public record Asked(
      String id, LocalizedText title, String notes, List<String> levels, List<String> formats) {
    private static final List<String> NOBODY_YET = List.of("-");

    /**
     * Checks it as far as that is possible before anything is written.
     *
     * @throws ReleaseException {@code id-unfit}, {@code title-unfit}, {@code notes-unfit}
     */
    public Asked {
      Release.requireId(id);
      ReleaseDescription.requireTexts(title, notes, NOBODY_YET);
      levels = List.copyOf(levels);
      formats = List.copyOf(formats);
    }
  }

  /**
   * What was written.
   *
   * @param at when that was begun: the time of the release
   * @param revision number of the revision that it came from
   * @param datasets the data sets that it rests on
   */
  public record Written(Instant at, long revision, List<Dataset> datasets) {
    public Written {
      at = at.truncatedTo(ChronoUnit.SECONDS);
      datasets = List.copyOf(datasets);
    }
  }

  /** Writes the files of a release. */
  @FunctionalInterface
  public interface Contents {
    /**
     * Writes all of them, of one revision.
     *
     * @param store what is published
     * @param asked what the release shall be
     * @param draft takes the files
     * @throws IOException if a file cannot be written
     */
    Written write(GeodataStore store, Asked asked, ReleaseDraft draft) throws IOException;

    /**
     * Refuses what it knows at once that it cannot write; {@link #write} may still refuse more.
     *
     * @param store what is published
     * @param asked what the release shall be
     * @throws RuntimeException if a level or format of it does not exist
     */
    default void check(GeodataStore store, Asked asked) {}

    /**
     * The same contents, which tell where they can be found.
     *
     * @param baseUrl address of the server without a slash at the end; empty if it is not known
     */
    default Contents at(String baseUrl) {
      return this;
    }

    /**
     * The same contents, in another language where there is place for one.
     *
     * @param language {@code de} or {@code en}
     */
    default Contents in(String language) {
      return this;
    }
  }

  /**
   * Lets an id pass that no release has or had.
   *
   * @throws ReleaseException {@code exists}
   */
  public void requireFree(String id) {
    if (store.releases().find(id).isPresent()) {
      throw new ReleaseException("exists", Map.of("id", id));
    }
  }

  /**
   * Freezes what is published now.
   *
   * @param contents writes the files
   * @param fileWritten is told after each of them
   * @throws ReleaseException {@code exists}; {@code erased-meanwhile} if values were erased while
   *     it was written, so that it might hold what must not exist any more; {@code too-many}
   * @throws IOException if the folder cannot be written; then nothing of it is left
   */
  public Release freeze(Asked asked, Contents contents, Runnable fileWritten) throws IOException {
    requireFree(asked.id());
    removeAbandoned(store, folder);
    try {
      return freezeNow(asked, contents, fileWritten);
    } catch (IOException | RuntimeException failure) {
      removeAfter(failure);
      throw failure;
    }
  }

  private Release freezeNow(Asked asked, Contents contents, Runnable fileWritten)
      throws IOException {
    var erased = store.listErasures();
    try (var draft = folder.begin(asked.id(), fileWritten)) {
      var written = contents.write(store, asked, draft);
      var release = release(asked, draft, written);
      draft.finish();
      requireNothingErased(erased.size());
      store.releases().add(release);
      draft.keep();
      return withdrawIfErased(release, erased.size());
    }
  }

  /**
   * Whether the record was stored is asked of the store: it may be there though storing it failed,
   * as when the connection broke. If the store does not answer either, somebody deletes the files
   * later.
   */
  private void removeAfter(Exception failure) {
    try {
      removeAbandoned(store, folder);
    } catch (IOException | RuntimeException another) {
      failure.addSuppressed(another);
    }
  }

  /**
   * Deletes files that were left by whoever ended while it made a release.
   *
   * @return names of the folders of which something was deleted
   * @throws IOException if something cannot be deleted
   */
  private static List<String> removeAbandoned(GeodataStore store, ReleaseFolder folder)
      throws IOException {
    return folder.removeAbandoned(
        (id, place) ->
            store.releases().find(id).filter(one -> one.place().equals(place)).isPresent());
  }

  private void requireNothingErased(int before) {
    if (store.listErasures().size() != before) {
      throw new ReleaseException("erased-meanwhile", Map.of());
    }
  }

  /**
   * Whoever erases withdraws all releases that there are then; this one may have come just after.
   */
  private Release withdrawIfErased(Release release, int before) throws IOException {
    if (store.listErasures().size() == before) {
      return release;
    }
    var withdrawn = store.releases().withdraw(release.id(), Release.ofDeletedWave(clock.instant()));
    folder.delete(withdrawn);
    throw new ReleaseException("erased-meanwhile", Map.of());
  }

  private Release release(Asked asked, ReleaseDraft draft, Written written) {
    var ids = written.datasets().stream().map(Dataset::id).collect(Collectors.toSet());
    var description =
        new ReleaseDescription(
            asked.title(),
            asked.notes(),
            written.datasets().stream().map(Dataset::publisher).distinct().toList(),
            draft.files(),
            sources(written.datasets()),
            waves(written.revision(), ids));
    return new Release(
        asked.id(), written.revision(), written.at(), draft.place(), description, Optional.empty());
  }

  private static List<ReleaseSource> sources(List<Dataset> datasets) {
    var sources = new TreeMap<String, ReleaseSource>();
    datasets.forEach(one -> sources.put(one.id(), ReleaseSource.of(one)));
    return List.copyOf(sources.values());
  }

  private List<SurveyWave> waves(long revision, Set<String> datasets) {
    var documents =
        store.<List<MethodDocument>>read(revision, reader -> reader.listMethodDocuments());
    return List.copyOf(WavesBehind.of(documents, datasets));
  }

  /**
   * Withdraws a release for good. Its files stay where they are, for whoever keeps the folder.
   *
   * @param reason why, in one line
   * @param clock tells when
   * @throws ReleaseException {@code unknown}, {@code reason-unfit}
   */
  public static Release withdraw(GeodataStore store, String id, LocalizedText reason, Clock clock) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return store.releases().withdraw(id, new Withdrawal(now, reason, false));
  }

  /**
   * Deletes files that must not exist any more: those of releases that hold what was erased, and
   * those that were left by whoever ended while it made a release.
   *
   * @param releases those that are looked at
   * @return names of those of which something was deleted
   * @throws IOException if one cannot be deleted; the others are
   */
  public static List<String> deleteErased(
      GeodataStore store, List<Release> releases, ReleaseFolder folder) throws IOException {
    var deleted = new ArrayList<String>();
    Optional<IOException> failed = Optional.empty();
    for (var release : releases) {
      try {
        if (release.isErased() && folder.delete(release)) {
          deleted.add(release.id());
        }
      } catch (IOException failure) {
        failed = Optional.of(failure);
      }
    }
    deleted.addAll(removeAbandoned(store, folder));
    if (failed.isPresent()) {
      throw failed.get();
    }
    return deleted;
  }
}
