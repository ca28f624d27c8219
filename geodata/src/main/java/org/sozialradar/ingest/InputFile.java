package org.sozialradar.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.sozialradar.dataset.SourceFile;

/**
 * A file that is imported.
 *
 * @param path where it is
 * @param source its name, size and checksum
 * @param limits what is accepted of it
 */
public record InputFile(Path path, SourceFile source, ImportLimits limits) {
  private static final IssueType UNREADABLE =
      IssueType.error(
          "file-unreadable", "Die Datei lässt sich nicht lesen: %s", "The file cannot be read: %s");

  /**
   * Reads the file once for its checksum.
   *
   * @throws InputRejectedException if it cannot be read
   */
  public static InputFile of(Path path, ImportLimits limits) {
    String name = path.getFileName().toString();
    try (var in =
        new DigestInputStream(Files.newInputStream(path), DigestUtils.getSha256Digest())) {
      long bytes = in.transferTo(java.io.OutputStream.nullOutputStream());
      var checksum = Hex.encodeHexString(in.getMessageDigest().digest());
      return new InputFile(path, new SourceFile(name, checksum, bytes), limits);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** Name without folders. */
  public String name() {
    return source.name();
  }

  /** Name without {@code .gz}, in lower case, to judge the format by. */
  public String formatName() {
    String name = name().toLowerCase(java.util.Locale.ROOT);
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }

  /**
   * Opens the content: unpacked if the bytes are gzip, whatever the name says. Reading beyond the
   * limit throws {@link InputRejectedException}.
   *
   * @throws InputRejectedException if it cannot be read
   */
  public InputStream open() {
    try {
      return openChecked();
    } catch (IOException e) {
      throw unreadable(name(), e);
    }
  }

  private InputStream openChecked() throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    try {
      in.mark(2);
      boolean packed = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      return packed
          ? new BoundedStream(
              new GZIPInputStream(in, 1 << 16), limits.unpackedBytes(source.bytes()), name())
          : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** The rejection for a failure to read, such as a truncated gzip file. */
  public InputRejectedException unreadable(IOException cause) {
    return unreadable(name(), cause);
  }

  private static InputRejectedException unreadable(String name, IOException cause) {
    String reason =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new InputRejectedException(UNREADABLE.at(IssuePlace.ofFile(name), "", reason), cause);
  }
}
