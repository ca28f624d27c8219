package org.sozialradar.release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.file.Folders;

/**
 * Files of a release that are being written. Closing it without having finished deletes them. As
 * long as it is open nobody else does; whatever becomes of the process, files that nobody kept are
 * deleted by {@link ReleaseFolder#removeAbandoned}. For use by one thread.
 */
public final class ReleaseDraft implements AutoCloseable {
  /** No file of a release can have this name. */
  private static final String WORKPLACE = ".work";

  private final String place;
  private final Path unfinished;
  private final Path target;
  private final Runnable fileWritten;
  private final WritingLock lock;
  private final List<ReleaseFile> files = new ArrayList<>();
  private final HashSet<String> names = new HashSet<>();
  private boolean finished;

  ReleaseDraft(String place, Path unfinished, Path target, Runnable fileWritten, WritingLock lock) {
    this.lock = lock;
    this.fileWritten = fileWritten;
    this.place = place;
    this.unfinished = unfinished;
    this.target = target;
  }

  /** Writes the bytes of a file. */
  @FunctionalInterface
  public interface Writing {
    /**
     * Writes all of it; need not close the stream.
     *
     * @throws IOException if it cannot be written
     */
    void to(OutputStream out) throws IOException;
  }

  /** Name of the folder that will hold the files. */
  public String place() {
    return place;
  }

  /** The files that were written so far. */
  public List<ReleaseFile> files() {
    return List.copyOf(files);
  }

  /**
   * Writes a file; it is on disk when the method returns.
   *
   * @throws ReleaseException {@code file-unfit}
   * @throws IOException if it cannot be written, or there is one of this name
   */
  public void add(String name, LocalizedText title, String mediaType, Writing writing)
      throws IOException {
    ReleaseException.require(
        ReleaseFile.isName(name) && names.add(name.toLowerCase(Locale.ROOT)),
        "file-unfit",
        Map.of("name", name));
    var path = unfinished.resolve(name);
    try (var channel =
            FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      writing.to(out);
      out.flush();
      channel.force(true);
    }
    var digest = FileDigest.of(path);
    files.add(new ReleaseFile(name, title, mediaType, digest.bytes(), digest.sha256()));
    fileWritten.run();
  }

  /**
   * A folder for what is needed only while files are written; it goes with the draft.
   *
   * @throws IOException if it cannot be made
   */
  public Path workplace() throws IOException {
    return Files.createDirectories(unfinished.resolve(WORKPLACE));
  }

  /**
   * Puts all files where they stay, at once.
   *
   * @throws IOException if that fails; then nothing of it is left
   */
  public void finish() throws IOException {
    Folders.delete(unfinished.resolve(WORKPLACE));
    for (var file : files) {
      if (!unfinished.resolve(file.name()).toFile().setReadOnly()) {
        throw new IOException(file.name() + " cannot be made read-only");
      }
    }
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    finished = true;
  }

  /** The files stay: there is a record of them. Without this they are abandoned. */
  public void keep() {
    lock.done();
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      if (!finished) {
        Folders.delete(unfinished);
        lock.done();
      }
    }
  }
}
