package org.sozialradar.store.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of an H2 database while nobody has it open, this process neither: the end of a look at
 * it would give up the lock that the process holds on it (POSIX).
 */
public final class PageFile {
  private static final Logger LOG = LoggerFactory.getLogger(PageFile.class);

  /** Bytes of a block and of a header; the file begins with two headers. */
  private static final int BLOCK = 4096;

  /** A file of fewer bytes is not worth being written anew. */
  private static final long LARGE = 16 << 20;

  /** Per cent of a file that are needed: below it is written anew. */
  private static final int MOST_OF_IT = 50;

  private static final long KILOBYTE = 1024;

  /** What each header ends with: its checksum. */
  private static final String CHECKSUM = "fletcher";

  private static final String CLEAN = "clean";
  private static final String CHUNK = "chunk";

  private final Path path;
  private final Path draftFolder;

  /**
   * A file.
   *
   * @param path the file with its ending; may be absent or empty
   */
  public PageFile(Path path) {
    this.path = path.toAbsolutePath();
    draftFolder = path.toAbsolutePath().resolveSibling(path.getFileName() + ".rewriting");
  }

  /**
   * Makes sure that H2 begins with the newest state.
   *
   * <p>H2 (seen with 2.5.252) goes on listing chunks of its file that nothing uses any more. When a
   * process was killed after it had written over one of them, that entry stays for good. Whoever
   * opens the file after the next clean end sees an entry with something else behind it, takes the
   * clean end for an unclean one, and falls back to a state <em>before</em> the newest: what was
   * stored is gone, and what was deleted is back. A copy has no such entries. Nor has it the space
   * of what was replaced, so a large file that is mostly that is copied as well.
   *
   * @throws IOException if it cannot be read or written
   */
  public void requireNewest() throws IOException {
    deleteDraft();
    if (!Files.exists(path) || Files.size(path) < 2 * BLOCK) {
      return;
    }
    try {
      var header = header();
      if (header.isEmpty()) {
        return; // H2 says better what is wrong with it.
      }
      if (!endedWell(header) && listsWhatIsGone()) {
        LOG.warn(
            "{} was left by a process that was killed; it is written anew", path.getFileName());
        rewrite();
      } else if (isMostlyUnused()) {
        shrink();
      }
    } catch (MVStoreException failure) {
      throw new IOException("cannot set right " + path.getFileName(), failure);
    }
  }

  /** Whether H2 begins where it ended; it will, when the mark of an end that is none is off. */
  private boolean endedWell(Map<String, String> header) throws IOException {
    if (!header.containsKey(CLEAN)) {
      return false;
    }
    if (beginning() == DataUtils.readHexLong(header, "version", 0)) {
      return true;
    }
    takeMarkOff(header);
    return false;
  }

  /** H2 fills again only parts that nothing uses any more, and hardly ever moves the others. */
  private boolean isMostlyUnused() throws IOException {
    if (Files.size(path) < LARGE) {
      return false;
    }
    try (var store = openToRead()) {
      var file = store.getFileStore();
      return file.getFillRate() * file.getChunksFillRate() / 100 < MOST_OF_IT;
    }
  }

  private void shrink() {
    try {
      long before = Files.size(path);
      rewrite();
      LOG.info(
          "{} held mostly what nothing uses any more: written anew, {} kB of {}",
          path.getFileName(),
          Files.size(path) / KILOBYTE,
          before / KILOBYTE);
    } catch (IOException failure) {
      LOG.warn("{} stays larger than it needs to be", path.getFileName(), failure);
    }
  }

  /** The fields of the first header; empty if it is damaged. */
  private Map<String, String> header() throws IOException {
    String text;
    try (var in = Files.newInputStream(path)) {
      text = new String(in.readNBytes(BLOCK), StandardCharsets.ISO_8859_1);
    }
    text = text.substring(0, Math.max(0, text.indexOf('\n')));
    int end = text.lastIndexOf("," + CHECKSUM + ":");
    if (end < 0) {
      return Map.of();
    }
    var header = DataUtils.parseMap(text);
    int sum = (int) DataUtils.readHexLong(header, CHECKSUM, 0);
    return sum == checksum(text.substring(0, end)) ? header : Map.of();
  }

  private static int checksum(String fields) {
    var bytes = fields.getBytes(StandardCharsets.ISO_8859_1);
    return DataUtils.getFletcher32(bytes, 0, bytes.length);
  }

  private MVStore openToRead() {
    return new MVStore.Builder().fileName(path.toString()).readOnly().open();
  }

  /** The version at which H2 would begin. */
  private long beginning() {
    try (var store = openToRead()) {
      return store.getCurrentVersion();
    }
  }

  /** Without the mark of a clean end, H2 begins with the chunk that the header names. */
  private void takeMarkOff(Map<String, String> header) throws IOException {
    var fields = new StringBuilder();
    header.forEach(
        (name, value) -> {
          if (!name.equals(CLEAN) && !name.equals(CHECKSUM)) {
            DataUtils.appendMap(fields, name, value);
          }
        });
    DataUtils.appendMap(fields, CHECKSUM, checksum(fields.toString()));
    var line = fields.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
    var both = ByteBuffer.allocate(2 * BLOCK).put(line).put(BLOCK, line).clear();
    try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      while (both.hasRemaining()) {
        channel.write(both, both.position());
      }
      channel.force(true);
    }
  }

  private boolean listsWhatIsGone() {
    try (var store = openToRead()) {
      return store.getLayoutMap().entrySet().stream()
          .filter(entry -> entry.getKey().startsWith(CHUNK + "."))
          .anyMatch(entry -> isGone(store, entry.getValue()));
    }
  }

  /** Whether nothing in a chunk is used any more, and something else stands at its place. */
  private static boolean isGone(MVStore store, String entry) {
    var fields = DataUtils.parseMap(entry);
    if (!"0".equals(fields.get("livePages"))) {
      return false;
    }
    var begin = (CHUNK + ":" + fields.get(CHUNK) + ",").getBytes(StandardCharsets.ISO_8859_1);
    long place = DataUtils.readHexLong(fields, "block", 0) * BLOCK;
    if (place + begin.length > store.getFileStore().size()) {
      return true;
    }
    var there = new byte[begin.length];
    store.getFileStore().readFully(null, place, begin.length).get(there);
    return !Arrays.equals(there, begin);
  }

  /**
   * Writes it anew with what it holds now and no trace of what it held before. Its rights stay as
   * they are, and nobody else can read what is being written.
   *
   * @throws IOException if that fails; the file is as it was
   */
  public void rewrite() throws IOException {
    deleteDraft();
    makePrivate(draftFolder);
    var draft = draftFolder.resolve(path.getFileName());
    try {
      var rights = Files.getFileAttributeView(path, PosixFileAttributeView.class);
      MVStore.compact(path.toString(), draft.toString(), false, null);
      if (rights != null) {
        Files.setPosixFilePermissions(draft, rights.readAttributes().permissions());
      }
      try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (MVStoreException failure) {
      throw new IOException("cannot write anew " + path.getFileName(), failure);
    } finally {
      deleteDraft();
    }
  }

  private static void makePrivate(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var owner = PosixFilePermissions.fromString("rwx------");
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(owner));
    } else {
      Files.createDirectory(folder);
    }
  }

  /** Also what a killed process left of one. */
  private void deleteDraft() throws IOException {
    Files.deleteIfExists(draftFolder.resolve(path.getFileName()));
    Files.deleteIfExists(draftFolder);
  }
}
