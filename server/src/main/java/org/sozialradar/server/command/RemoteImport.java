package org.sozialradar.server.command;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.sozialradar.ingest.ImportBundle;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.ImportReport;
import org.sozialradar.ingest.ImportRequest;
import org.sozialradar.ingest.Importer;
import org.sozialradar.ingest.InputRejectedException;

/** An import of data packages by the server that holds the store. */
final class RemoteImport {
  private final RemoteJob job;

  RemoteImport(ServerAddress server, Surroundings surroundings) {
    job = new RemoteJob(server, surroundings);
  }

  /**
   * Sends what a request reads, and waits for its report.
   *
   * @throws CommandException if the server does not take it or cannot be reached
   */
  ImportReport run(ImportRequest request, Clock clock) {
    try {
      return TemporaryFolder.with(
          folder -> send(pack(request, clock, folder.resolve("files.zip"))));
    } catch (InputRejectedException rejected) {
      String input = request.inputs().get(0).getFileName().toString();
      return ImportReport.ofRejected(input, rejected.issue(), clock.instant());
    }
  }

  private static Path pack(ImportRequest request, Clock clock, Path archive) throws IOException {
    var reader = Importer.installed(ImportLimits.STANDARD, clock).manifestReader();
    try (var out = Files.newOutputStream(archive)) {
      ImportBundle.pack(request, reader, out);
    }
    return archive;
  }

  private ImportReport send(Path archive) throws IOException {
    var report = job.run("api/admin/imports", "application/zip", BodyPublishers.ofFile(archive));
    return ImportReport.ofJson(report.toString());
  }
}
