package org.sozialradar.ingest.feature;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.sozialradar.ingest.ArchiveCheck;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.IssueType;

/**
 * The files of one Shapefile in a zip archive that was checked as a whole. Nothing is unpacked to
 * the disk.
 */
final class ShapefileArchive implements Closeable {
  private final InputFile file;
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
  private final String base;

  /**
   * Opens an archive.
   *
   * @param layer name of the Shapefile without {@code .shp}; empty if the archive has one only
   * @throws InputRejectedException if the archive is unsafe or has no such Shapefile
   */
  ShapefileArchive(InputFile file, String layer) throws IOException {
    ArchiveCheck.check(file);
    this.file = file;
    // names that are not marked as UTF-8 are only compared by their endings
    this.zip = new ZipFile(file.path().toFile(), StandardCharsets.ISO_8859_1);
    try {
      zip.stream().forEach(e -> entries.put(e.getName().toLowerCase(Locale.ROOT), e));
      this.base = baseOf(layer);
    } catch (InputRejectedException e) {
      zip.close();
      throw e;
    }
  }

  private String baseOf(String layer) {
    var bases =
        entries.keySet().stream()
            .filter(name -> name.endsWith(".shp") && !name.startsWith("__macosx/"))
            .map(name -> name.substring(0, name.length() - 4))
            .toList();
    if (bases.isEmpty()) {
      throw rejected(FeatureFileIssues.PART_MISSING, "", ".shp");
    }
    if (layer.isEmpty() && bases.size() > 1) {
      throw rejected(FeatureFileIssues.LAYER_AMBIGUOUS, "", String.join(", ", bases));
    }
    return bases.stream()
        .filter(base -> layer.isEmpty() || isNamed(base, layer))
        .findFirst()
        .orElseThrow(
            () ->
                rejected(FeatureFileIssues.LAYER_UNKNOWN, layer, layer, String.join(", ", bases)));
  }

  private static boolean isNamed(String base, String layer) {
    return base.substring(base.lastIndexOf('/') + 1).equals(layer.toLowerCase(Locale.ROOT));
  }

  /** The content of a part that must be there, such as {@code .shp}. */
  DataInputStream open(String ending) throws IOException {
    var entry = entries.get(base + ending);
    if (entry == null) {
      throw rejected(FeatureFileIssues.PART_MISSING, base, base + ending);
    }
    var in = zip.getInputStream(entry);
    return new DataInputStream(new BufferedInputStream(in, 1 << 16));
  }

  /** The text of a small part such as {@code .prj}; empty if it is not there. */
  Optional<String> findText(String ending, int maxBytes) throws IOException {
    if (!entries.containsKey(base + ending)) {
      return Optional.empty();
    }
    try (var in = open(ending)) {
      return Optional.of(new String(in.readNBytes(maxBytes), StandardCharsets.ISO_8859_1).strip());
    }
  }

  InputRejectedException rejected(IssueType type, String value, Object... arguments) {
    return new InputRejectedException(type.at(IssuePlace.ofFile(file.name()), value, arguments));
  }

  /** Reads exactly so many bytes, growing with what is really there. */
  static byte[] readFully(DataInputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("a record of " + length + " bytes ends after " + bytes.length);
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
