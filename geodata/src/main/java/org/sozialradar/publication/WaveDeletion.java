package org.sozialradar.publication;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.MethodDocument.Kind;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.release.Release;
import org.sozialradar.release.ReleaseFolder;
import org.sozialradar.release.SurveyWave;
import org.sozialradar.store.Erasure;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Revision;
import org.sozialradar.survey.microdata.MicrodataStore;
import org.sozialradar.survey.microdata.Wave;

/**
 * Deletes a wave of a survey with everything that was made of it, for good: its answers and the
 * records of its releases; its results, the models on them and the indices on those, from every
 * revision. Notes stay that they were there. Releases that hold something of it are withdrawn.
 *
 * <p>What rests on a wave is found through the method documents of all revisions that are kept, so
 * nothing that a restore could show again is missed. May be repeated: a deletion that ended halfway
 * goes on where it was. For use by one thread.
 */
public final class WaveDeletion {
  private final GeodataStore store;
  private final MicrodataStore microdata;
  private final String survey;
  private final ReferencePeriod wave;
  private final Clock clock;

  WaveDeletion(
      GeodataStore store,
      MicrodataStore microdata,
      String survey,
      ReferencePeriod wave,
      Clock clock) {
    this.store = store;
    this.microdata = microdata;
    this.survey = survey;
    this.wave = wave;
    this.clock = clock;
  }

  /**
   * Results of one data set and period that rest on the wave.
   *
   * @param kind how they were made
   * @param datasetId their data set
   * @param period what they speak of
   * @param indicators ids of their indicators
   */
  public record Resting(
      Kind kind, String datasetId, ReferencePeriod period, SortedSet<String> indicators) {}

  /**
   * What goes with a wave.
   *
   * @param answers the wave itself; empty if its answers are gone already
   * @param releases how often it was published
   * @param resting what rests on it, its own results first
   * @param frozen ids of releases that hold something of it, whose files go and which are withdrawn
   */
  public record Extent(
      Optional<Wave.Summary> answers, int releases, List<Resting> resting, List<String> frozen) {
    public Extent {
      resting = List.copyOf(resting);
      frozen = List.copyOf(frozen);
    }

    /** Number of respondents whose answers go. */
    public int respondents() {
      return answers.map(Wave.Summary::respondents).orElse(0);
    }

    /** Whether there is nothing to delete. */
    public boolean isEmpty() {
      return answers.isEmpty() && releases == 0 && resting.isEmpty() && frozen.isEmpty();
    }
  }

  /** What would be deleted now; nothing is changed. */
  public Extent extent() {
    return Undisclosed.of(() -> extent(documents()));
  }

  private Extent extent(List<MethodDocument> documents) {
    var answers =
        microdata.list().stream()
            .filter(one -> one.surveyId().equals(survey) && one.period().equals(wave))
            .findFirst();
    long releases =
        microdata.listReleases(survey).stream().filter(one -> one.period().equals(wave)).count();
    return new Extent(answers, Math.toIntExact(releases), resting(documents), frozen());
  }

  private List<String> frozen() {
    var one = new SurveyWave(survey, wave.id());
    return store.releases().list().stream()
        .filter(release -> release.restsOn(one) && !release.isErased())
        .map(Release::id)
        .sorted()
        .toList();
  }

  /**
   * Deletes: the answers first, then what is published, with the releases that hold something of
   * it. Their files are deleted by whoever keeps them.
   *
   * @return what was deleted, and the revision without it, if anything of it was published
   */
  public Deleted delete() {
    return Undisclosed.of(this::deleteAll);
  }

  private Deleted deleteAll() {
    var documents = documents();
    var extent = extent(documents);
    if (extent.answers().isPresent() || extent.releases() > 0) {
      microdata.delete(survey, wave, clock.instant());
    }
    // Before the results: who hears of their erasure finds which files must go.
    var withdrawn = new ArrayList<>(withdraw(extent.frozen()));
    var erasures = erasures(extent.resting(), documents);
    Optional<Revision> revision =
        erasures.isEmpty() ? Optional.empty() : Optional.of(store.erase(erasures));
    // And after: one may have been frozen meanwhile, of what was still there.
    withdrawn.addAll(withdraw(frozen()));
    return new Deleted(extent, revision, withdrawn);
  }

  private List<Release> withdraw(List<String> releases) {
    var withdrawal = Release.ofDeletedWave(clock.instant());
    return releases.stream()
        .map(release -> store.releases().withdraw(release, withdrawal))
        .toList();
  }

  /**
   * A deletion.
   *
   * @param extent what was deleted
   * @param revision the first revision without it; empty if nothing of it was published
   * @param withdrawn releases whose files must be deleted
   */
  public record Deleted(Extent extent, Optional<Revision> revision, List<Release> withdrawn) {
    public Deleted {
      withdrawn = List.copyOf(withdrawn);
    }
  }

  /**
   * Deletes the files of what was withdrawn, and those that were left of releases that nobody
   * finished: they may hold something of the wave, too.
   *
   * @throws IOException if one cannot be deleted
   */
  public void deleteFiles(Deleted deleted, ReleaseFolder folder) throws IOException {
    Releases.deleteErased(store, deleted.withdrawn(), folder);
  }

  /** The documents of all revisions that are kept, each once. */
  private List<MethodDocument> documents() {
    var all = new java.util.LinkedHashSet<MethodDocument>();
    for (var revision : store.listRevisions()) {
      all.addAll(
          store.<List<MethodDocument>>read(
              revision.number(), reader -> reader.listMethodDocuments()));
    }
    return List.copyOf(all);
  }

  private List<Resting> resting(List<MethodDocument> documents) {
    var provenance = new Provenance(survey, wave);
    provenance.follow(documents);
    var found = new EnumMap<Kind, SortedMap<String, Resting>>(Kind.class);
    for (var document : provenance.found()) {
      found
          .computeIfAbsent(document.kind(), kind -> new TreeMap<>())
          .computeIfAbsent(
              document.datasetId() + " " + document.period().id(),
              key ->
                  new Resting(
                      document.kind(), document.datasetId(), document.period(), new TreeSet<>()))
          .indicators()
          .add(document.indicatorId());
    }
    return found.values().stream().flatMap(kind -> kind.values().stream()).toList();
  }

  /** One for each data set and period, and one for each data set of which nothing else is left. */
  private List<Erasure> erasures(List<Resting> resting, List<MethodDocument> documents) {
    var now = clock.instant();
    var erasures = new ArrayList<Erasure>();
    for (var one : resting) {
      erasures.add(Erasure.of(one.datasetId(), one.period(), now));
    }
    resting.stream()
        .map(Resting::datasetId)
        .distinct()
        .filter(dataset -> nothingElse(dataset, resting, documents))
        .forEach(dataset -> erasures.add(Erasure.of(dataset, now)));
    return erasures;
  }

  private static boolean nothingElse(
      String dataset, List<Resting> resting, List<MethodDocument> documents) {
    return documents.stream()
        .filter(document -> document.datasetId().equals(dataset))
        .allMatch(
            document ->
                resting.stream()
                    .anyMatch(
                        one ->
                            one.datasetId().equals(dataset)
                                && one.period().equals(document.period())));
  }
}
