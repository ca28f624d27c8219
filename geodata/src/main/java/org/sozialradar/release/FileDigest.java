package org.sozialradar.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Length and SHA-256 of a file.
 *
 * @param bytes its length
 * @param sha256 64 lower-case hexadecimal digits
 */
record FileDigest(long bytes, String sha256) {
  static FileDigest of(Path file) throws IOException {
    var digest = digest();
    try (var in =
        new DigestInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), digest)) {
      long bytes = in.transferTo(OutputStream.nullOutputStream());
      return new FileDigest(bytes, HexFormat.of().formatHex(digest.digest()));
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Java without SHA-256", impossible);
    }
  }
}
