package org.sozialradar.server.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;
import org.sozialradar.ingest.ArchiveCheck;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

/** The files of a form (RFC 7578), as {@code curl --form file=@NAME} sends them. */
final class FormFiles {
  private static final int MOST_FILES = 1_000;
  private static final int LONGEST_HEADERS = 8_192;

  private FormFiles() {}

  /**
   * Stores the files of a form in a folder under the names that they have; fields without a file
   * name do not matter.
   *
   * @return the files by the name of their field, in order
   * @throws ProblemException if it is no form, or a name would lead out of the folder or is taken
   * @throws IOException if the folder cannot be written
   */
  static Map<String, List<Path>> store(InputStream body, String contentType, Path folder)
      throws IOException {
    var drafts = Files.createDirectory(folder.resolveSibling("parts"));
    var config =
        new MultiPartConfig.Builder()
            .location(drafts)
            .maxParts(MOST_FILES)
            .maxSize(-1) // The body itself is bounded.
            .maxPartSize(-1)
            .maxMemoryPartSize(0)
            .maxHeadersSize(LONGEST_HEADERS)
            .build();
    try (var parts = parts(body, contentType, config)) {
      var fields = new TreeMap<String, List<Path>>();
      for (var part : parts) {
        if (part.getFileName() != null) {
          String field = String.valueOf(part.getName());
          fields.computeIfAbsent(field, name -> new ArrayList<>()).add(store(part, folder));
        }
      }
      return fields;
    }
  }

  private static MultiPartFormData.Parts parts(
      InputStream body, String contentType, MultiPartConfig config) {
    try {
      var source = Content.Source.from(body);
      return MultiPartFormData.getParts(source, new Attributes.Mapped(), contentType, config);
    } catch (RuntimeException failure) {
      throw Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
          .filter(ProblemException.class::isInstance)
          .map(ProblemException.class::cast)
          .findFirst()
          .orElseGet(() -> ProblemException.of(ProblemType.UPLOAD_UNREADABLE, ""));
    }
  }

  private static Path store(MultiPart.Part part, Path folder) throws IOException {
    String name = part.getFileName();
    var place = ArchiveCheck.isSafe(name) ? folder.resolve(name).normalize() : folder;
    if (!place.startsWith(folder) || Files.exists(place)) {
      throw ProblemException.of(ProblemType.UPLOAD_NAME, name);
    }
    try {
      Files.createDirectories(place.getParent());
    } catch (FileAlreadyExistsException fileOfThatName) {
      throw ProblemException.of(ProblemType.UPLOAD_NAME, name);
    }
    part.writeTo(place);
    return place;
  }
}
