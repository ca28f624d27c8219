package org.sozialradar.server.access;

import java.time.Instant;

/**
 * What is kept of a token. The secret itself is not, and cannot be had back from it.
 *
 * @param id what the secret begins with, so that its record is found; not secret
 * @param name what its owner calls it, unlike that of any other token
 * @param role what its holder may do
 * @param createdAt when it was made
 * @param expiresAt from when on it is worth nothing
 * @param salt random bytes of this token alone, in hexadecimal digits
 * @param iterations rounds of the hash
 * @param hash salted hash of the secret, in hexadecimal digits
 */
public record Token(
    String id,
    String name,
    Role role,
    Instant createdAt,
    Instant expiresAt,
    String salt,
    int iterations,
    String hash) {
  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,63}";

  public Token {
    if (!id.matches("[0-9a-f]{8}") || !isName(name) || iterations < 1) {
      throw new IllegalArgumentException("not the record of a token: " + id);
    }
    if (!salt.matches("[0-9a-f]{32}") || !hash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a salted hash: token " + id);
    }
    if (!expiresAt.isAfter(createdAt)) {
      throw new IllegalArgumentException("token " + id + " never was valid");
    }
  }

  /**
   * Whether a token may have this name: 1 to 64 letters, digits, spaces and {@code . _ @ -}, the
   * first a letter or digit.
   */
  public static boolean isName(String name) {
    return name.matches(NAME);
  }

  /** Whether it is worth nothing any more. */
  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
