package org.sozialradar.ingest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A file of the data package.
 *
 * @param name slug, unique in the package
 * @param path relative path with {@code /}, without {@code ..}
 * @param encoding name of the character encoding; empty means that it is detected
 * @param hash checksum as the standard writes it ({@code sha256:…}); empty if not to be checked
 * @param dialect how the table is written
 * @param schema its columns
 * @param radar what it is and how it is read
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ManifestResource(
    String name,
    String path,
    String encoding,
    String hash,
    TableDialect dialect,
    TableSchema schema,
    ResourceSettings radar) {
  public ManifestResource {
    InvalidSettingException.requireText(name, "name");
    requireSafe(InvalidSettingException.requireText(path, "path"));
    encoding = InvalidSettingException.orElse(encoding, "");
    hash = InvalidSettingException.orElse(hash, "");
    if (!hash.isEmpty() && !hash.matches("sha256:[0-9a-f]{64}")) {
      throw new InvalidSettingException(
          "„hash“ muss sha256: und 64 Ziffern sein", "'hash' must be sha256: and 64 digits");
    }
    dialect = InvalidSettingException.orElse(dialect, TableDialect.DETECTED);
    schema = InvalidSettingException.orElse(schema, TableSchema.NONE);
    InvalidSettingException.require(radar, "radar");
  }

  private static void requireSafe(String path) {
    if (!isSafe(path)) {
      throw new InvalidSettingException(
          "„path“ muss ein relativer Pfad ohne „..“ sein: " + path,
          "'path' must be a relative path without '..': " + path);
    }
  }

  private static boolean isSafe(String path) {
    if (path.contains("\\") || path.contains(":")) {
      return false;
    }
    try {
      var parsed = Path.of(path);
      return !parsed.isAbsolute() && parsed.equals(parsed.normalize()) && !path.startsWith("..");
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Name of the file without folders. */
  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
