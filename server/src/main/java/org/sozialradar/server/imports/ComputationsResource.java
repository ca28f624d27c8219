package org.sozialradar.server.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sozialradar.ingest.computation.Computation;
import org.sozialradar.ingest.definition.DefinitionBytes;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.Posting;
import org.sozialradar.server.http.Posting.Upload;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;

/**
 * Takes definitions of models and indices in, which jobs compute and publish. Belongs behind the
 * gate of the admin port.
 */
public final class ComputationsResource implements Resource {
  private static final String DRY_RUN = "dryRun";
  private static final List<String> YAML =
      List.of("application/yaml", "application/x-yaml", "text/yaml");

  private final ImportQueue queue;
  private final JobStores stores;
  private final Clock clock;

  /**
   * Computes through a queue.
   *
   * @param stores what results are computed from, and where they go
   */
  public ComputationsResource(ImportQueue queue, JobStores stores, Clock clock) {
    this.queue = queue;
    this.stores = stores;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of();
  }

  @Override
  public List<Posting> postings() {
    return List.of(
        posting("estimates", Work.Kind.MODEL, Computation::model),
        posting("indices", Work.Kind.INDEX, Computation::index));
  }

  private Posting posting(String name, Work.Kind kind, Computation.Reading reading) {
    return new Posting(
        "/api/admin/" + name,
        Set.of(DRY_RUN),
        DefinitionBytes.MOST,
        (query, upload) -> take(query, upload, kind, reading));
  }

  private Answer take(Query query, Upload upload, Work.Kind kind, Computation.Reading reading) {
    boolean dryRun = query.flag(DRY_RUN);
    queue.requirePlace();
    byte[] yaml = yaml(upload);
    String file = kind.name().toLowerCase(Locale.ROOT) + ".yaml";
    var work =
        new ComputationWork(kind, file, () -> reading.read(yaml, file), dryRun, stores, clock);
    return JobAnswer.of(queue.add(work), query);
  }

  private static byte[] yaml(Upload upload) {
    String kind = upload.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!YAML.contains(kind)) {
      throw ProblemException.of(ProblemType.UPLOAD_KIND, String.join(", ", YAML));
    }
    try (var body = upload.body()) {
      return body.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
