package org.sozialradar.server.imports;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.Importer;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Posting;
import org.sozialradar.server.http.Posting.Upload;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.uploads.UploadReader;

/**
 * Takes uploads in and tells how jobs of all kinds go on. Belongs behind the gate of the admin
 * port.
 */
public final class ImportsResource implements Resource {
  private static final String PATH = "/api/admin/imports";
  private static final String DRY_RUN = "dryRun";

  private final ImportQueue queue;
  private final long mostBytes;
  private final UploadReader reader;
  private final JobStores stores;
  private final Importer importer;
  private final Clock clock;

  /**
   * Imports through a queue.
   *
   * @param stores where imports go
   * @param mostBytes largest upload
   */
  public ImportsResource(ImportQueue queue, JobStores stores, long mostBytes, Clock clock) {
    this.queue = queue;
    this.stores = stores;
    this.clock = clock;
    importer = Importer.installed(ImportLimits.STANDARD, clock);
    this.mostBytes = mostBytes;
    reader = UploadReader.ofThisMachine();
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of(PATH, this::list), Route.of(PATH + "/{id}", this::job));
  }

  @Override
  public List<Posting> postings() {
    return List.of(new Posting(PATH, Set.of(DRY_RUN), mostBytes, this::take));
  }

  /**
   * Jobs as they are told.
   *
   * @param jobs those of the last day since the server started, the newest first
   */
  record JobsView(List<ImportJob.Brief> jobs) {}

  private Answer list(Query query) {
    return Json.content(
        new JobsView(queue.list().stream().map(ImportJob::brief).toList()), CachePolicy.NEVER);
  }

  private Answer job(Query query) {
    var job =
        queue
            .find(query.path("id"))
            .orElseThrow(() -> ProblemException.ofParameter(ProblemType.UNKNOWN_JOB, "id"));
    return Json.content(job.view(query.language()), CachePolicy.NEVER);
  }

  private Answer take(Query query, Upload upload) {
    boolean dryRun =
        query.findOneOf(DRY_RUN, List.of("true", "false")).map(Boolean::valueOf).orElse(false);
    queue.requirePlace();
    var folder = reader.read(upload, query.language());
    return JobAnswer.of(queue.add(new PackageWork(folder, importer, dryRun, stores, clock)), query);
  }
}
