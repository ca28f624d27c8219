package org.sozialradar.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The files of the page as they are on the class path. */
final class PageFiles {
  private PageFiles() {}

  /** Name of a file under {@code assets}. */
  static String anyAsset() {
    try {
      var resource = PageFiles.class.getClassLoader().getResource("dashboard/assets");
      if (resource == null) {
        throw new IllegalStateException("the page is not built");
      }
      var place = resource.toURI();
      if (place.getScheme().equals("file")) {
        return first(Path.of(place));
      }
      try (FileSystem jar = FileSystems.newFileSystem(URI.create(place.toString()), Map.of())) {
        return first(jar.getPath("dashboard", "assets"));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String first(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().findFirst().orElseThrow();
    }
  }
}
