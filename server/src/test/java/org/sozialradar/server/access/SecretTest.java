package org.sozialradar.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
  private static final String DIGITS = "0123456789abcdef".repeat(4);
  private static final String SALT = "00112233445566778899aabbccddeeff";

  /** By hashlib.pbkdf2_hmac of Python 3.11. */
  private static final String HASH =
      "8777bf2f874942fc5581a3468afdebe78b086127e9e66fada2081b925bcbe200";

  @Test
  void isHashedAsOtherProgramsDo() {
    var secret = Secret.find("radar-0a1b2c3d-" + DIGITS).orElseThrow();
    assertThat(secret.hash(SALT, 1000)).isEqualTo(HASH);
    assertThat(secret.belongsTo(token(HASH))).isTrue();
    assertThat(secret.belongsTo(token(HASH.replaceFirst("^.", "0").replaceFirst(".$", "1"))))
        .isFalse();
    assertThat(secret).hasToString("Secret[0a1b2c3d]");
  }

  private static Token token(String hash) {
    var now = Instant.parse("2026-01-01T00:00:00Z");
    return new Token("0a1b2c3d", "x", Role.READER, now, now.plusSeconds(1), SALT, 1000, hash);
  }

  @Test
  void noTwoAreAlike() {
    var random = new SecureRandom();
    var one = Secret.random(random);
    var other = Secret.random(random);
    assertThat(one.text()).matches("radar-[0-9a-f]{8}-[0-9a-f]{64}").isNotEqualTo(other.text());
    assertThat(Secret.find(one.text()).orElseThrow().text()).isEqualTo(one.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "radar-0a1b2c3d-", "radar-0A1B2C3D-x", "radar-0a1b2c3d-é"})
  void whatIsNoneIsNotOne(String text) {
    assertThat(Secret.find(text)).isEmpty();
    assertThat(Secret.find(text + DIGITS + "0")).isEmpty();
  }
}
