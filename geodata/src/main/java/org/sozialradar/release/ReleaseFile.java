package org.sozialradar.release;

import java.util.Map;
import java.util.regex.Pattern;
import org.sozialradar.dataset.LocalizedText;

/**
 * A file of a release as it was when it was frozen.
 *
 * @param name name in addresses and in the folder: letters a–z, digits, dots, hyphens and
 *     underscores, at most 100, beginning with a letter or digit
 * @param title what it holds
 * @param mediaType such as {@code application/zip}
 * @param bytes its length
 * @param sha256 its SHA-256, 64 lower-case hexadecimal digits
 */
public record ReleaseFile(
    String name, LocalizedText title, String mediaType, long bytes, String sha256) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z]+/[a-z0-9.+-]+(; ?[a-z]+=[a-z0-9-]+)*");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /**
   * Checks the file.
   *
   * @throws ReleaseException {@code file-unfit}
   */
  public ReleaseFile {
    boolean fit =
        isName(name)
            && MEDIA_TYPE.matcher(mediaType).matches()
            && bytes >= 0
            && SHA256.matcher(sha256).matches();
    ReleaseException.require(fit, "file-unfit", Map.of("name", name));
  }

  /** Whether a text can be the name of a file. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
