package org.sozialradar.server.incidents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.layer.PlaceFile;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.Posting.Upload;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.uploads.UploadForm;
import org.sozialradar.server.uploads.UploadReader;

/**
 * A question that came as a form: its part {@code question} is the JSON without a place, its part
 * {@code area} the file that says where. The file is deleted before this is there.
 *
 * @param request the question
 * @param identity tells it from all other questions
 */
record UploadedQuestion(IncidentRequest request, String identity) {
  /** Largest form. */
  static final long MOST_BYTES = 16 << 20;

  private static final String FORM = "multipart/form-data";
  private static final String QUESTION = "question";
  private static final String AREA = "area";
  private static final Set<String> OF_FILE = Set.of("buffer", "crs", "layer");

  static boolean isForm(Upload upload) {
    return upload.contentType().strip().toLowerCase(Locale.ROOT).startsWith(FORM);
  }

  /**
   * Reads a form.
   *
   * @param language of what is said about the file
   * @throws ProblemException if the form or the file cannot be used
   */
  static UploadedQuestion read(UploadReader reader, Upload upload, Language language) {
    try (var form = reader.readForm(upload)) {
      var json = question(form);
      var area = json.findObject(AREA).orElseGet(() -> JsonRequest.parse("{}"));
      area.requireKnown(OF_FILE);
      var parts = parts(form, area, language);
      var request = IncidentRequest.of(json, IncidentPlace.uploaded(area, parts));
      return new UploadedQuestion(request, json.json() + digest(parts));
    }
  }

  private static JsonRequest question(UploadForm form) {
    boolean asText = form.texts().keySet().equals(Set.of(QUESTION));
    var files = asText ? Set.of(AREA) : Set.of(AREA, QUESTION);
    boolean complete =
        form.files().keySet().equals(files)
            && (asText || form.texts().isEmpty())
            && form.files().values().stream().allMatch(list -> list.size() == 1);
    if (!complete) {
      throw ProblemException.of(ProblemType.UPLOAD_FIELDS, QUESTION + ", " + AREA, "–");
    }
    byte[] json =
        asText ? form.texts().get(QUESTION).getBytes(StandardCharsets.UTF_8) : bytes(form);
    if (json.length > IncidentsResource.MOST_BYTES) {
      throw ProblemException.of(
          ProblemType.BODY_TOO_LARGE, (IncidentsResource.MOST_BYTES >> 20) + " MiB");
    }
    return JsonRequest.read(
        new Upload("application/json", json.length, new ByteArrayInputStream(json)));
  }

  private static byte[] bytes(UploadForm form) {
    try (var in = Files.newInputStream(form.get(QUESTION))) {
      return in.readNBytes((int) IncidentsResource.MOST_BYTES + 1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Geometry> parts(UploadForm form, JsonRequest area, Language language) {
    try {
      return PlaceFile.read(
          form.get(AREA), area.findText("layer").orElse(""), area.findText("crs").orElse(""));
    } catch (InputRejectedException rejected) {
      throw ProblemException.ofParameter(
          ProblemType.AREA_FILE, AREA, language.of(rejected.issue().text()));
    }
  }

  private static String digest(List<Geometry> parts) {
    var digest = DigestUtils.getSha256Digest();
    parts.forEach(part -> digest.update(new WKBWriter().write(part)));
    return HexFormat.of().formatHex(digest.digest());
  }
}
