package org.sozialradar.server.imports;

import java.time.Clock;
import java.util.List;
import org.sozialradar.ingest.ImportBundle;
import org.sozialradar.ingest.ImportReport;
import org.sozialradar.ingest.ImportRequest;
import org.sozialradar.ingest.Importer;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.Progress;
import org.sozialradar.server.uploads.UploadFolder;

/**
 * Imports the data packages of an upload.
 *
 * @param upload what was sent
 * @param importer reads it
 * @param dryRun whether all is done but storing
 * @param stores where it goes
 * @param clock tells when it ends
 */
record PackageWork(
    UploadFolder upload, Importer importer, boolean dryRun, JobStores stores, Clock clock)
    implements Work {
  @Override
  public Kind kind() {
    return Kind.IMPORT;
  }

  @Override
  public Ending run(Progress progress) {
    var ending = Ending.of(report(progress));
    return new Ending(
        ending.rejected(),
        ending.changed(),
        upload.withoutPlace(ending.report()),
        ending.issues(),
        ending.unlisted());
  }

  private ImportReport report(Progress progress) {
    try {
      var inputs = ImportBundle.inputs(upload.files());
      var request = new ImportRequest(inputs, List.of(), List.of(), dryRun);
      return stores.geodata(store -> importer.run(request, store, progress));
    } catch (InputRejectedException rejected) {
      return ImportReport.ofRejected("upload", rejected.issue(), clock.instant());
    }
  }

  @Override
  public void close() {
    upload.close();
  }
}
