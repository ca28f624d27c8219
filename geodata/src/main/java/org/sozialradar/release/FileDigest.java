package org.sozialradar.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Length and SHA-256 of a file.
 *
 * @param bytes its length
 * @param sha256 64 lower-case hexadecimal digits
 */
record FileDigest(long bytes, String sha256) {
  static FileDigest of(Path file) throws IOException {
    var digest = DigestUtils.getSha256Digest();
    try (var in =
        new DigestInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), digest)) {
      long bytes = in.transferTo(OutputStream.nullOutputStream());
      return new FileDigest(bytes, HexFormat.of().formatHex(digest.digest()));
    }
  }
}
