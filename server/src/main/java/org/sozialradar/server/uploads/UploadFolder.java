package org.sozialradar.server.uploads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.file.Folders;

/**
 * A temporary folder that only its owner may read, for what one upload brought. Closing it deletes
 * all.
 */
public final class UploadFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);
  private static final String NAME = "radar-upload-";

  /** Number and start of the process that made it. */
  private static final Pattern MADE = Pattern.compile(NAME + "(\\d{1,10})-(\\d{1,18})-.*");

  private final Path folder;

  private UploadFolder(Path folder) {
    this.folder = folder;
  }

  static UploadFolder make(Path parent) throws IOException {
    var made = new UploadFolder(Files.createTempDirectory(parent, NAME + owner() + "-"));
    Files.createDirectory(made.files());
    return made;
  }

  private static String owner() {
    var process = ProcessHandle.current();
    return process.pid() + "-" + start(process);
  }

  private static long start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /**
   * Deletes the folders of processes that ended without deleting them, as when they were killed:
   * answers of a survey may be in them.
   */
  static void removeAbandoned(Path parent) {
    try (var folders = Files.newDirectoryStream(parent, NAME + "*")) {
      for (var folder : folders) {
        if (isAbandoned(folder)) {
          new UploadFolder(folder).close();
          LOG.warn("deleted an upload that a process left when it ended: {}", folder);
        }
      }
    } catch (IOException failure) {
      LOG.warn("cannot look for uploads that were left in {}", parent, failure);
    }
  }

  /** Only folders of the own user are touched; where temporary files lie, others may write too. */
  private static boolean isAbandoned(Path folder) throws IOException {
    var made = MADE.matcher(folder.getFileName().toString());
    return made.matches()
        && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
            .getName()
            .equals(System.getProperty("user.name"))
        && ProcessHandle.of(Long.parseLong(made.group(1)))
            .filter(process -> start(process) == Long.parseLong(made.group(2)))
            .isEmpty();
  }

  /** Where an archive is kept until it is unpacked. */
  public Path archive() {
    return folder.resolve("upload.zip");
  }

  /** The files that are to be imported, and nothing else. */
  public Path files() {
    return folder.resolve("files");
  }

  /** The text without the place of the folder, which is nobody's concern. */
  public String withoutPlace(String text) {
    return text.replace(files() + "/", "").replace(folder + "/", "");
  }

  @Override
  public void close() {
    try {
      Folders.delete(folder);
    } catch (IOException failure) {
      LOG.error("an upload could not be deleted: {}", folder, failure);
    }
  }
}
