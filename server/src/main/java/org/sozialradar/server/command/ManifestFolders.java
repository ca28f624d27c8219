package org.sozialradar.server.command;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the manifests that come with the product: {@code manifests} beside the program in the
 * distribution, {@code scripts/manifests} in a folder above it in the source tree.
 */
final class ManifestFolders {
  private static final Path IN_THE_DISTRIBUTION = Path.of("manifests");
  private static final Path IN_THE_SOURCES = Path.of("scripts", "manifests");

  private ManifestFolders() {}

  static List<Path> find() {
    return of(program().orElse(Path.of("")).toAbsolutePath());
  }

  /** The folder that belongs to a program, which is a jar or a folder of classes. */
  static List<Path> of(Path program) {
    var above = Stream.iterate(program, Objects::nonNull, Path::getParent);
    return Stream.concat(
            Stream.of(program.resolveSibling(IN_THE_DISTRIBUTION)),
            above.map(folder -> folder.resolve(IN_THE_SOURCES)))
        .filter(Files::isDirectory)
        .limit(1)
        .toList();
  }

  private static Optional<Path> program() {
    try {
      var source = ManifestFolders.class.getProtectionDomain().getCodeSource();
      return source == null ? Optional.empty() : Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException odd) {
      return Optional.empty();
    }
  }
}
