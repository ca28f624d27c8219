package org.sozialradar.server.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.Progress;
import org.sozialradar.publication.Releases;
import org.sozialradar.release.Release;
import org.sozialradar.release.ReleaseFolder;
import org.sozialradar.release.ReleaseView;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.store.GeodataStore;

/**
 * Freezes what is published.
 *
 * @param asked what the release shall be
 * @param contents writes its files
 * @param folder keeps them
 * @param stores where it comes from and where its record goes
 * @param clock tells when it was made
 */
record ReleaseWork(
    Releases.Asked asked,
    Releases.Contents contents,
    ReleaseFolder folder,
    JobStores stores,
    Clock clock)
    implements Work {
  private static final Logger LOG = LoggerFactory.getLogger(ReleaseWork.class);
  private static final LocalizedText STEP = new LocalizedText("Dateien schreiben", "Writing files");

  /** That it is not known before how many files there will be. */
  private static final long UNKNOWN = -1;

  @Override
  public Kind kind() {
    return Kind.RELEASE;
  }

  @Override
  public Ending run(Progress progress) {
    try (var step = progress.begin(STEP, UNKNOWN)) {
      var release = stores.geodata(store -> freeze(store, step));
      var report = new String(Json.bytes(ReleaseView.of(release, "")), StandardCharsets.UTF_8);
      return new Ending(false, false, report, List.of(), 0);
    }
  }

  private Release freeze(GeodataStore store, Progress.Step step) {
    try {
      return new Releases(store, folder, clock).freeze(asked, contents, () -> step.advance(1));
    } catch (IOException unwritable) {
      LOG.error("the files of release {} cannot be written", asked.id(), unwritable);
      throw ProblemException.of(ProblemType.RELEASE_FOLDER);
    }
  }

  @Override
  public void close() {
    // It was sent no files.
  }
}
