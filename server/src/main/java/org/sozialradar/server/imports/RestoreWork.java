package org.sozialradar.server.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.Progress;
import org.sozialradar.server.http.Json;
import org.sozialradar.store.Revision;

/**
 * Makes a new revision that holds what an older one holds.
 *
 * @param number number of the older one
 * @param stores where both are
 */
record RestoreWork(long number, JobStores stores) implements Work {
  private static final LocalizedText STEP =
      new LocalizedText("Datenstand wiederherstellen", "Restoring the revision");

  @Override
  public Kind kind() {
    return Kind.RESTORATION;
  }

  @Override
  public Ending run(Progress progress) {
    try (var step = progress.begin(STEP, 1)) {
      var made = restore();
      step.advance(1);
      var report = new String(Json.bytes(RevisionView.of(made)), StandardCharsets.UTF_8);
      return new Ending(false, true, report, List.of(), 0);
    }
  }

  private Revision restore() {
    return RevisionsResource.orUnknown(
        number, () -> stores.geodata(store -> store.restore(number)));
  }

  @Override
  public void close() {
    // It was sent no files.
  }
}
