package org.sozialradar.server.http;

import java.util.Arrays;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Strong entity tags made of what an answer holds, and their comparison (RFC 9110, sections 8.8.3
 * and 13.1.2).
 */
public final class Etags {
  private static final int BYTES = 12;

  private Etags() {}

  /** A tag without quotes for these bytes: 96 bits of their SHA-256, base64url. */
  public static String of(byte[] bytes) {
    byte[] digest = DigestUtils.sha256(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
  }

  /**
   * Whether a client holds what has the tag. A condition compares weakly.
   *
   * @param ifNoneMatch value of {@code If-None-Match}, empty if there is none
   * @param quoted the tag with its quotes
   */
  public static boolean matches(String ifNoneMatch, String quoted) {
    if (ifNoneMatch.isEmpty()) {
      return false;
    }
    return ifNoneMatch.equals(quoted) || ifNoneMatch.equals("*") || listed(ifNoneMatch, quoted);
  }

  private static boolean listed(String ifNoneMatch, String quoted) {
    int at = ifNoneMatch.indexOf(quoted);
    while (at >= 0) {
      if (endsTag(ifNoneMatch, at + quoted.length())) {
        return true;
      }
      at = ifNoneMatch.indexOf(quoted, at + 1);
    }
    return false;
  }

  private static boolean endsTag(String list, int end) {
    return end == list.length() || list.charAt(end) == ',' || list.charAt(end) == ' ';
  }
}
