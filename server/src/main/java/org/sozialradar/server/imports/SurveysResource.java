package org.sozialradar.server.imports;

import java.time.Clock;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.computation.Computation;
import org.sozialradar.ingest.microdata.SurveyStores;
import org.sozialradar.ingest.microdata.SurveyStores.StoredWave;
import org.sozialradar.release.ReleaseFolder;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Deletion;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Posting;
import org.sozialradar.server.http.Posting.Upload;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.uploads.UploadReader;
import org.sozialradar.survey.RakingLimits;

/**
 * Takes answers of surveys in and tells which are kept. Belongs behind the gate of the admin port.
 */
public final class SurveysResource implements Resource {
  private static final String PATH = "/api/admin/surveys";
  private static final String ONE = PATH + "/{id}/waves/{wave}";
  private static final String WAVE = "wave";
  private static final String CONFIRM = "confirm";
  private static final String DRY_RUN = "dryRun";
  private static final String AFTER_DELETION = "afterDeletion";
  private static final String MAX_WEIGHT = "maxWeight";

  private final ImportQueue queue;
  private final JobStores stores;
  private final long mostBytes;
  private final Optional<ReleaseFolder> folder;
  private final Clock clock;
  private final UploadReader reader = UploadReader.ofThisMachine();

  /**
   * Imports through a queue.
   *
   * @param stores where answers go
   * @param mostBytes largest upload
   * @param folder keeps the files of releases; empty if this server has none
   */
  public SurveysResource(
      ImportQueue queue,
      JobStores stores,
      long mostBytes,
      Optional<ReleaseFolder> folder,
      Clock clock) {
    this.folder = folder;
    this.queue = queue;
    this.stores = stores;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of(PATH, query -> list()));
  }

  @Override
  public List<Posting> postings() {
    return List.of(
        new Posting(PATH, Set.of(WAVE, DRY_RUN, AFTER_DELETION, MAX_WEIGHT), mostBytes, this::take),
        new Posting(ONE + "/publication", Set.of(DRY_RUN), 0, (query, nothing) -> publish(query)));
  }

  @Override
  public List<Deletion> deletions() {
    return List.of(new Deletion(ONE, Set.of(CONFIRM), this::delete));
  }

  private Answer delete(Query query) {
    var period = period(WAVE, query.path(WAVE));
    var deletion = new DeletionWork(query.path("id"), period, stores, folder, clock);
    if (!query.flag(CONFIRM)) {
      return Json.content(deletion.preview(), CachePolicy.NEVER);
    }
    queue.requirePlace();
    return JobAnswer.of(queue.add(deletion), query);
  }

  private Answer publish(Query query) {
    String survey = query.path("id");
    var period = period(WAVE, query.path(WAVE));
    queue.requirePlace();
    var work =
        new ComputationWork(
            Work.Kind.PUBLICATION,
            survey,
            () -> Computation.publication(survey, period),
            query.flag(DRY_RUN),
            stores,
            clock);
    return JobAnswer.of(queue.add(work), query);
  }

  /**
   * A wave as it is told.
   *
   * @param survey id of the questionnaire
   * @param wave when it was asked
   * @param importedAt when it was imported, after ISO 8601
   * @param respondents how many there are in all
   */
  record WaveView(String survey, String wave, String importedAt, int respondents) {}

  /**
   * A wave that was deleted.
   *
   * @param survey id of the questionnaire
   * @param wave when it was asked
   * @param deletedAt when it was deleted, after ISO 8601
   */
  record DeletedView(String survey, String wave, String deletedAt) {}

  /**
   * What there is.
   *
   * @param waves those that are kept
   * @param deleted those that were deleted and did not come back
   */
  record WavesView(List<WaveView> waves, List<DeletedView> deleted) {}

  private Answer list() {
    var all = stores.surveys(SurveyStores::listWaves);
    var kept =
        all.stream()
            .filter(wave -> !wave.deleted())
            .map(
                wave ->
                    new WaveView(
                        wave.survey(), wave.period(), wave.at().toString(), wave.respondents()))
            .toList();
    var deleted =
        all.stream()
            .filter(StoredWave::deleted)
            .map(wave -> new DeletedView(wave.survey(), wave.period(), wave.at().toString()))
            .toList();
    return Json.content(new WavesView(kept, deleted), CachePolicy.NEVER);
  }

  private Answer take(Query query, Upload upload) {
    var period = period(WAVE, query.get(WAVE));
    boolean dryRun = query.flag(DRY_RUN);
    boolean afterDeletion = query.flag(AFTER_DELETION);
    var limits = query.find(MAX_WEIGHT).map(SurveysResource::limits).orElse(RakingLimits.DEFAULT);
    queue.requirePlace();
    var form = reader.readForm(upload);
    try {
      form.require(
          List.of(SurveyWork.QUESTIONNAIRE, SurveyWork.ANSWERS),
          List.of(SurveyWork.MARGINS, SurveyWork.POSTCODES));
    } catch (RuntimeException incomplete) {
      form.close();
      throw incomplete;
    }
    return JobAnswer.of(
        queue.add(new SurveyWork(form, period, limits, afterDeletion, dryRun, stores, clock)),
        query);
  }

  private static RakingLimits limits(String highest) {
    try {
      return RakingLimits.upTo(Double.parseDouble(highest));
    } catch (IllegalArgumentException malformed) {
      throw Query.bad(MAX_WEIGHT, highest, "1.5 … 100");
    }
  }

  private static ReferencePeriod period(String name, String text) {
    try {
      return new ReferencePeriod(text);
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw Query.bad(name, text, "2022, 2022-06-30");
    }
  }
}
