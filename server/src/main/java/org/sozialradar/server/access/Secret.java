package org.sozialradar.server.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What the holder of a token shows: {@code radar-ID-SECRET} with 8 and 64 hexadecimal digits. The
 * secret has 256 random bits, so that it cannot be guessed from its hash however fast that is.
 * Immutable; never printed by {@link #toString}.
 */
public final class Secret {
  private static final Pattern FORM = Pattern.compile("radar-([0-9a-f]{8})-([0-9a-f]{64})");
  private static final HexFormat HEX = HexFormat.of();
  private static final int ID_BYTES = 4;
  private static final int SECRET_BYTES = 32;
  private static final int HASH_BITS = 256;

  private final String id;
  private final String digits;

  private Secret(String id, String digits) {
    this.id = id;
    this.digits = digits;
  }

  static Secret random(SecureRandom random) {
    return new Secret(digits(random, ID_BYTES), digits(random, SECRET_BYTES));
  }

  static String digits(SecureRandom random, int bytes) {
    var drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HEX.formatHex(drawn);
  }

  /** The secret that a text holds, if it has the form of one. */
  public static Optional<Secret> find(String text) {
    var matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new Secret(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** Names the record of the token; not secret. */
  String id() {
    return id;
  }

  /** The text that its holder keeps. */
  String text() {
    return "radar-" + id + "-" + digits;
  }

  /** Its hash: PBKDF2 with HMAC-SHA-256 (RFC 8018). */
  String hash(String salt, int iterations) {
    var spec = new PBEKeySpec(digits.toCharArray(), HEX.parseHex(salt), iterations, HASH_BITS);
    try {
      var factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
      return HEX.formatHex(factory.generateSecret(spec).getEncoded());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has PBKDF2 with SHA-256", impossible);
    } finally {
      spec.clearPassword();
    }
  }

  /** Whether this is the secret of a token; takes as long for a wrong one as for the right one. */
  boolean belongsTo(Token token) {
    byte[] own = hash(token.salt(), token.iterations()).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(own, token.hash().getBytes(StandardCharsets.US_ASCII));
  }

  /** The id alone. */
  @Override
  public String toString() {
    return "Secret[" + id + "]";
  }
}
