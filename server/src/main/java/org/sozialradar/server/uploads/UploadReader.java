package org.sozialradar.server.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.sozialradar.ingest.ArchiveFolder;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.server.http.Posting.Upload;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.text.Language;

/**
 * Turns the body of a request into files: a zip archive, or a form with a manifest and its files.
 */
public final class UploadReader {
  private static final String ZIP = "application/zip";
  private static final String FORM = "multipart/form-data";

  private final Path parent;

  /**
   * A reader.
   *
   * @param parent folder in which each upload gets a folder of its own
   */
  public UploadReader(Path parent) {
    this.parent = parent;
  }

  /** A reader into the folder for temporary files, rid of what an earlier process left there. */
  public static UploadReader ofThisMachine() {
    var parent = Path.of(System.getProperty("java.io.tmpdir"));
    UploadFolder.removeAbandoned(parent);
    return new UploadReader(parent);
  }

  /**
   * Reads a body into a folder of its own.
   *
   * @throws ProblemException if it is of another kind or not readable
   */
  public UploadFolder read(Upload upload, Language language) {
    return read(
        folder -> {
          fill(folder, upload, language);
          return folder;
        });
  }

  /**
   * Reads a form into a folder of its own.
   *
   * @throws ProblemException if it is of another kind or not readable
   */
  public UploadForm readForm(Upload upload) {
    return read(
        folder -> {
          if (!kind(upload).equals(FORM)) {
            throw ProblemException.of(ProblemType.UPLOAD_KIND, FORM);
          }
          try (var body = upload.body()) {
            var fields = FormFiles.store(body, upload.contentType(), folder.files());
            return new UploadForm(folder, fields.files(), fields.texts());
          }
        });
  }

  private interface Filling<T> {
    T fill(UploadFolder folder) throws IOException;
  }

  private <T> T read(Filling<T> filling) {
    try {
      var folder = UploadFolder.make(parent);
      try {
        return filling.fill(folder);
      } catch (IOException | RuntimeException failure) {
        folder.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private void fill(UploadFolder folder, Upload upload, Language language) throws IOException {
    try (var body = upload.body()) {
      switch (kind(upload)) {
        case ZIP -> unpack(folder, body);
        case FORM -> FormFiles.store(body, upload.contentType(), folder.files());
        default -> throw ProblemException.of(ProblemType.UPLOAD_KIND, ZIP + ", " + FORM);
      }
    } catch (InputRejectedException rejected) {
      throw ProblemException.of(
          ProblemType.UPLOAD_UNREADABLE, language.of(rejected.issue().text()));
    }
  }

  private static String kind(Upload upload) {
    return upload.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static void unpack(UploadFolder folder, InputStream body) throws IOException {
    Files.copy(body, folder.archive());
    ArchiveFolder.unpack(folder.archive(), folder.files(), ImportLimits.STANDARD);
    Files.delete(folder.archive());
  }
}
