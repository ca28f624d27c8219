package org.sozialradar.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** The files of the page as they are on the class path. */
final class PageFiles {
  private PageFiles() {}

  /** Name of a file under {@code assets}. */
  static String anyAsset() {
    return asset(Comparator.comparing(Path::toString));
  }

  /** Name of the largest file under {@code assets}. */
  static String largestAsset() {
    return asset(Comparator.comparingLong(PageFiles::size).reversed());
  }

  private static String asset(Comparator<Path> order) {
    try {
      var resource = PageFiles.class.getClassLoader().getResource("dashboard/assets");
      if (resource == null) {
        throw new IllegalStateException("the page is not built");
      }
      var place = resource.toURI();
      if (place.getScheme().equals("file")) {
        return first(Path.of(place), order);
      }
      try (FileSystem jar = FileSystems.newFileSystem(URI.create(place.toString()), Map.of())) {
        return first(jar.getPath("dashboard", "assets"), order);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String first(Path folder, Comparator<Path> order) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted(order).findFirst().orElseThrow().getFileName().toString();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
