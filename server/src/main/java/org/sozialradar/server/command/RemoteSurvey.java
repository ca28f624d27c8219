package org.sozialradar.server.command;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sozialradar.ingest.microdata.SurveyReport;
import org.sozialradar.ingest.microdata.SurveyRequest;

/**
 * An import of a wave by the server that holds the store. The files are sent as they are; no copy
 * of the answers is made on the way.
 */
final class RemoteSurvey {
  private final RemoteJob job;
  private final String boundary = "radar-" + UUID.randomUUID();
  private final List<BodyPublisher> parts = new ArrayList<>();

  RemoteSurvey(ServerAddress server, Surroundings surroundings) {
    job = new RemoteJob(server, surroundings);
  }

  /**
   * Sends what a request reads, and waits for its report.
   *
   * @param questionnaire file of the questionnaire
   * @throws CommandException if the server does not take it or cannot be reached
   */
  SurveyReport run(SurveyRequest request, Path questionnaire) {
    add("questionnaire", questionnaire);
    add("answers", request.answers());
    request.margins().forEach(margin -> add("margins", margin));
    request.postcodes().ifPresent(table -> add("postcodes", table));
    parts.add(text("--" + boundary + "--\r\n"));
    String path =
        "api/admin/surveys?wave=%s&dryRun=%s&afterDeletion=%s&maxWeight=%s"
            .formatted(
                request.period().id(),
                request.dryRun(),
                request.afterDeletion(),
                request.limits().highest());
    var report =
        job.run(
            path,
            "multipart/form-data; boundary=" + boundary,
            BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)));
    return SurveyReport.ofJson(report.toString());
  }

  private void add(String field, Path file) {
    String name = file.getFileName().toString().replaceAll("[\"\\\\\\p{Cntrl}]", "_");
    parts.add(
        text(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, field, name)));
    try {
      parts.add(BodyPublishers.ofFile(file));
    } catch (FileNotFoundException gone) {
      throw new CommandException(ExitCode.USAGE, "error.no-such-file", file);
    }
    parts.add(text("\r\n"));
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }
}
