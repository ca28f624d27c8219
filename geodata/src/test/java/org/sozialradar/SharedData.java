package org.sozialradar;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder with real public data that is too large, or not licensed, to come with the project:
 * system property or environment variable {@code RADAR_SHARED_DATA}, else {@code ../shared/data}
 * beside the project.
 */
public final class SharedData {
  private static final String NAME = "RADAR_SHARED_DATA";

  private SharedData() {}

  /** The folder. Without it the test is skipped and says so; where CI is true it fails. */
  public static Path require() {
    var folder = find();
    if (folder.isEmpty()) {
      String notice =
          "the folder with shared data is missing: set " + NAME + " or put it at ../shared/data";
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail(notice);
      }
      Assumptions.abort("SKIPPED, " + notice);
    }
    return folder.get();
  }

  private static Optional<Path> find() {
    String named = System.getProperty(NAME, System.getenv().getOrDefault(NAME, ""));
    var folder =
        named.isEmpty() ? projectRoot().resolveSibling("shared").resolve("data") : Path.of(named);
    return Optional.of(folder).filter(Files::isDirectory);
  }

  /** The root of the project, whichever module the tests run in. */
  public static Path projectRoot() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("scripts"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("the tests do not run within the project");
      }
    }
    return folder;
  }
}
