package org.sozialradar.server.imports;

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
final class UploadReader {
  private static final String ZIP = "application/zip";
  private static final String FORM = "multipart/form-data";

  private final Path parent;

  /**
   * A reader.
   *
   * @param parent folder in which each upload gets a folder of its own
   */
  UploadReader(Path parent) {
    this.parent = parent;
  }

  /**
   * Reads a body into a folder of its own.
   *
   * @throws ProblemException if it is of another kind or not readable
   */
  UploadFolder read(Upload upload, Language language) {
    try {
      var folder = UploadFolder.make(parent);
      try {
        fill(folder, upload, language);
        return folder;
      } catch (IOException | RuntimeException failure) {
        folder.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private void fill(UploadFolder folder, Upload upload, Language language) throws IOException {
    String type = upload.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    try (var body = upload.body()) {
      switch (type) {
        case ZIP -> unpack(folder, body);
        case FORM -> FormFiles.store(body, upload.contentType(), folder.files());
        default -> throw ProblemException.of(ProblemType.UPLOAD_KIND, ZIP + ", " + FORM);
      }
    } catch (InputRejectedException rejected) {
      throw ProblemException.of(
          ProblemType.UPLOAD_UNREADABLE, language.of(rejected.issue().text()));
    }
  }

  private static void unpack(UploadFolder folder, InputStream body) throws IOException {
    Files.copy(body, folder.archive());
    ArchiveFolder.unpack(folder.archive(), folder.files(), ImportLimits.STANDARD);
    Files.delete(folder.archive());
  }
}
