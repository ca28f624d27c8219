package org.sozialradar.server.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.Progress;
import org.sozialradar.publication.WaveDeletion.Extent;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.store.Revision;

/**
 * Deletes a wave of a survey with all that was made of it.
 *
 * @param survey id of the questionnaire
 * @param period the wave
 * @param stores where it is
 * @param clock tells when it was deleted
 */
record DeletionWork(String survey, ReferencePeriod period, JobStores stores, Clock clock)
    implements Work {
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
   * @param revision first revision without them; 0 if there is none
   */
  record View(
      String survey,
      String wave,
      boolean deleted,
      int respondents,
      int releases,
      List<RestingView> resting,
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
    return view(extent, false, 0);
  }

  @Override
  public Ending run(Progress progress) {
    var deleted = stores.results(clock, results -> results.deletion(survey, period).delete());
    requireSomething(deleted.extent());
    long revision = deleted.revision().map(Revision::number).orElse(0L);
    var view = view(deleted.extent(), true, revision);
    try {
      return new Ending(false, revision != 0, Json.MAPPER.writeValueAsString(view), List.of(), 0);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a report cannot be written as JSON", impossible);
    }
  }

  private void requireSomething(Extent extent) {
    if (extent.isEmpty()) {
      throw ProblemException.of(ProblemType.UNKNOWN_WAVE, survey, period.id());
    }
  }

  private View view(Extent extent, boolean deleted, long revision) {
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
        survey, period.id(), deleted, extent.respondents(), extent.releases(), resting, revision);
  }

  @Override
  public void close() {
    // It was sent no files.
  }
}
