package org.sozialradar.server.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

  /** Longest text of a field without a file, in bytes. */
  private static final int LONGEST_TEXT = 1 << 20;

  /**
   * What a form holds.
   *
   * @param files files by field, in the order of the form
   * @param texts texts by field
   */
  record Fields(Map<String, List<Path>> files, Map<String, String> texts) {
    Fields {
      files = Map.copyOf(files);
      texts = Map.copyOf(texts);
    }
  }

  private FormFiles() {}

  /**
   * Stores the files of a form in a folder under the names that they have.
   *
   * @throws ProblemException if it is no form, a text is too long, or a name would lead out of the
   *     folder, is taken or too long for a file
   * @throws IOException if the folder cannot be written
   */
  static Fields store(InputStream body, String contentType, Path folder) throws IOException {
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
      var files = new TreeMap<String, List<Path>>();
      var texts = new TreeMap<String, String>();
      for (var part : parts) {
        String field = String.valueOf(part.getName());
        if (part.getFileName() == null) {
          texts.put(field, text(part));
        } else {
          files.computeIfAbsent(field, name -> new ArrayList<>()).add(store(part, folder));
        }
      }
      return new Fields(files, texts);
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

  private static String text(MultiPart.Part part) {
    if (part.getLength() > LONGEST_TEXT) {
      throw ProblemException.of(ProblemType.BODY_TOO_LARGE, (LONGEST_TEXT >> 20) + " MiB");
    }
    return part.getContentAsString(StandardCharsets.UTF_8);
  }

  private static Path store(MultiPart.Part part, Path folder) throws IOException {
    String name = part.getFileName();
    var place =
        ArchiveCheck.isSafe(name) && ArchiveCheck.isShort(name)
            ? folder.resolve(name).normalize()
            : folder;
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
