package org.sozialradar.server.command;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the manifests that come with the product: {@code scripts/manifests} in a folder above the
 * program.
 */
final class ManifestFolders {
  private static final Path PLACE = Path.of("scripts", "manifests");

  private ManifestFolders() {}

  static List<Path> find() {
    return program().or(() -> Optional.of(Path.of(""))).map(Path::toAbsolutePath).stream()
        .flatMap(
            start -> java.util.stream.Stream.iterate(start, path -> path != null, Path::getParent))
        .map(folder -> folder.resolve(PLACE))
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
