package org.sozialradar.dataset;

/**
 * A file that was imported, as its bytes were.
 *
 * @param name file name without folders
 * @param sha256 checksum of the bytes, 64 lower-case hexadecimal digits
 * @param bytes size in bytes
 */
public record SourceFile(String name, String sha256, long bytes) {
  public SourceFile {
    if (name.isBlank() || name.contains("/") || name.contains("\\")) {
      throw new IllegalArgumentException("a source file is named without folders: " + name);
    }
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256 checksum: " + sha256);
    }
    if (bytes < 0) {
      throw new IllegalArgumentException("a file has no negative size");
    }
  }
}
