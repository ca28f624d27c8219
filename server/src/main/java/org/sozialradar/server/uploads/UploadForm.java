package org.sozialradar.server.uploads;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

/**
 * The files of a form by the fields that they were sent in. Closing it deletes them.
 *
 * @param folder where they are
 * @param files files by field, in the order of the form
 * @param texts what stands in fields without a file, by field; of several of one name the last
 */
public record UploadForm(
    UploadFolder folder, Map<String, List<Path>> files, Map<String, String> texts)
    implements AutoCloseable {
  public UploadForm {
    files = Map.copyOf(files);
    texts = Map.copyOf(texts);
  }

  /**
   * Requires that certain fields are there, each with one file, and no others than these and some
   * more.
   *
   * @throws ProblemException if that is not so
   */
  public void require(List<String> once, List<String> more) {
    boolean complete = once.stream().allMatch(field -> list(field).size() == 1);
    var strange = files.keySet().stream().filter(field -> !once.contains(field));
    if (!complete || !Set.copyOf(more).containsAll(strange.toList())) {
      throw ProblemException.of(
          ProblemType.UPLOAD_FIELDS,
          String.join(", ", once),
          more.isEmpty() ? "–" : String.join(", ", more));
    }
  }

  /** The file of a field that was required. */
  public Path get(String field) {
    return list(field).get(0);
  }

  /** The files of a field. */
  public List<Path> list(String field) {
    return files.getOrDefault(field, List.of());
  }

  @Override
  public void close() {
    folder.close();
  }
}
