package org.sozialradar.server.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A temporary folder that only its owner may read, for what one upload brought. Closing it deletes
 * all.
 */
final class UploadFolder implements AutoCloseable {
  private final Path folder;

  private UploadFolder(Path folder) {
    this.folder = folder;
  }

  static UploadFolder make(Path parent) throws IOException {
    var made = new UploadFolder(Files.createTempDirectory(parent, "radar-upload-"));
    Files.createDirectory(made.files());
    return made;
  }

  /** Where an archive is kept until it is unpacked. */
  Path archive() {
    return folder.resolve("upload.zip");
  }

  /** The files that are to be imported, and nothing else. */
  Path files() {
    return folder.resolve("files");
  }

  /** The text without the place of the folder, which is nobody's concern. */
  String withoutPlace(String text) {
    return text.replace(files() + "/", "").replace(folder + "/", "");
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(visited);
      return FileVisitResult.CONTINUE;
    }
  }
}
