package org.sozialradar.server.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.Progress;
import org.sozialradar.publication.Releases;
import org.sozialradar.publication.WaveDeletion.Extent;
import org.sozialradar.release.Release;
import org.sozialradar.release.ReleaseFolder;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Revision;

/**
 * Deletes a wave of a survey with all that was made of it.
 *
 * @param survey id of the questionnaire
 * @param period the wave
 * @param stores where it is
 * @param folder keeps the files of releases; empty if this server has none
 * @param clock tells when it was deleted
 */
record DeletionWork(
    String survey,
    ReferencePeriod period,
    JobStores stores,
    Optional<ReleaseFolder> folder,
    Clock clock)
    implements Work {
  private static final Logger LOG = LoggerFactory.getLogger(DeletionWork.class);

  @Override
  public Kind kind() {
    return Kind.DELETION;
  }

  /**
   * What goes with a wave.
   *
   * @param survey id of the questionnaire
   * @param wave when it was asked
   * @param deleted whether it is gone; else it would go
   * @param respondents number of respondents whose answers go
   * @param releases how often it was published
   * @param resting results that go
   * @param frozen ids of releases that are withdrawn
   * @param filesLeft whether files of theirs are left that this server cannot delete
   * @param revision first revision without them; 0 if there is none
   */
  record View(
      String survey,
      String wave,
      boolean deleted,
      int respondents,
      int releases,
      List<RestingView> resting,
      List<String> frozen,
      boolean filesLeft,
      long revision) {}

  /**
   * Results that rest on a wave.
   *
   * @param kind survey, model or index
   * @param dataset their data set
   * @param period what they speak of
   * @param indicators ids of their indicators
   */
  record RestingView(String kind, String dataset, String period, SortedSet<String> indicators) {}

  /**
   * What would be deleted.
   *
   * @throws ProblemException if there is nothing
   */
  View preview() {
    var extent = stores.results(clock, results -> results.deletion(survey, period).extent());
    requireSomething(extent);
    return view(extent, false, false, 0);
  }

  @Override
  public Ending run(Progress progress) {
    var deleted = stores.results(clock, results -> results.deletion(survey, period).delete());
    requireSomething(deleted.extent());
    boolean filesLeft = !deleteFiles(deleted.withdrawn());
    long revision = deleted.revision().map(Revision::number).orElse(0L);
    var view = view(deleted.extent(), true, filesLeft, revision);
    try {
      return new Ending(false, revision != 0, Json.MAPPER.writeValueAsString(view), List.of(), 0);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a report cannot be written as JSON", impossible);
    }
  }

  /** The wave is gone whether this succeeds or not: what is served must follow in any case. */
  private boolean deleteFiles(List<Release> withdrawn) {
    if (folder.isEmpty()) {
      return withdrawn.isEmpty();
    }
    try {
      stores.geodata(store -> deleteFiles(store, withdrawn, folder.get()));
      return true;
    } catch (UncheckedIOException failure) {
      LOG.error("files of releases that rest on a deleted survey cannot be deleted", failure);
      return false;
    }
  }

  private static List<String> deleteFiles(
      GeodataStore store, List<Release> withdrawn, ReleaseFolder place) {
    try {
      return Releases.deleteErased(store, withdrawn, place);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void requireSomething(Extent extent) {
    if (extent.isEmpty()) {
      throw ProblemException.of(ProblemType.UNKNOWN_WAVE, survey, period.id());
    }
  }

  private View view(Extent extent, boolean deleted, boolean filesLeft, long revision) {
    var resting =
        extent.resting().stream()
            .map(
                one ->
                    new RestingView(
                        one.kind().name().toLowerCase(Locale.ROOT),
                        one.datasetId(),
                        one.period().id(),
                        one.indicators()))
            .toList();
    return new View(
        survey,
        period.id(),
        deleted,
        extent.respondents(),
        extent.releases(),
        resting,
        extent.frozen(),
        filesLeft,
        revision);
  }

  @Override
  public void close() {
    // It was sent no files.
  }
}
