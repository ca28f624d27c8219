package org.sozialradar.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.store.StoreException;

class TokenFileTest {
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;

  private final SettableClock clock = new SettableClock();
  private Path place;
  private TokenFile file;

  @BeforeEach
  void open() {
    place = folder.resolve("store").resolve("tokens.json");
    file = new TokenFile(place, clock);
  }

  private String make(String name, Role role) {
    return file.create(name, role, DAY).orElseThrow().secret();
  }

  @Test
  void onlyItsOwnerMayReadItAndNoSecretStandsInIt() throws IOException {
    var secret = make("Ämter", Role.EDITOR);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(place))
        .contains("Ämter", "2026-11-23T10:00:00Z")
        .doesNotContain(secret.substring("radar-12345678-".length()));
    try (var files = Files.list(place.getParent())) {
      assertThat(files.map(one -> one.getFileName().toString()))
          .containsExactlyInAnyOrder("tokens.json", "tokens.json.lock");
    }
  }

  @Test
  void namesAreUniqueAndRevokedTokensGone() {
    assertThat(file.list()).isEmpty();
    make("a", Role.READER);
    make("b", Role.ADMIN);
    assertThat(file.create("a", Role.ADMIN, DAY)).isEmpty();
    assertThat(file.list()).extracting(Token::name).containsExactly("a", "b");
    assertThat(file.revoke("nobody")).isEmpty();
    assertThat(file.revoke("a")).map(Token::role).hasValue(Role.READER);
    String id = file.list().get(0).id();
    assertThat(file.revoke(id)).map(Token::name).hasValue("b");
    assertThat(file.list()).isEmpty();
  }

  @Test
  void nothingIsLostWhenSeveralMakeTokensAtOnce() {
    var makers =
        IntStream.range(0, 8)
            .mapToObj(
                number ->
                    CompletableFuture.supplyAsync(
                        () -> new TokenFile(place, clock).create("t" + number, Role.READER, DAY)))
            .toList();
    assertThat(makers).allSatisfy(maker -> assertThat(maker.join()).isPresent());
    assertThat(file.list()).hasSize(8);
  }

  @Test
  void aDamagedFileIsNoEmptyOne() throws IOException {
    make("a", Role.READER);
    var secret = Secret.find(make("b", Role.READER)).orElseThrow();
    var book = new TokenBook(file, clock);
    for (var damage : new String[] {"", "{\"tokens\": [{}]}", "{}", "[", "{\"tokens\": null}"}) {
      Files.writeString(place, damage);
      assertThatExceptionOfType(StoreException.class).isThrownBy(file::list);
      assertThatExceptionOfType(StoreException.class).isThrownBy(() -> book.find(secret));
    }
  }

  @Test
  void aBookKnowsGoodSecretsUntilTheyExpireOrAreRevoked() {
    var book = new TokenBook(file, clock);
    var a = Secret.find(make("a", Role.READER)).orElseThrow();
    var b = Secret.find(make("b", Role.EDITOR)).orElseThrow();
    assertThat(book.findKnown(a)).isEmpty();
    assertThat(book.find(a)).map(Token::name).hasValue("a");
    assertThat(book.findKnown(a)).map(Token::name).hasValue("a");
    assertThat(book.find(b)).map(Token::role).hasValue(Role.EDITOR);
    var wrong = Secret.find("radar-" + a.id() + "-" + "0".repeat(64)).orElseThrow();
    assertThat(book.find(wrong)).isEmpty();
    assertThat(book.find(Secret.find("radar-00000000-" + "0".repeat(64)).orElseThrow())).isEmpty();

    make("c", Role.READER);
    assertThat(book.findKnown(a)).as("after another was made").isPresent();
    file.revoke("a");
    assertThat(book.findKnown(a)).isEmpty();
    assertThat(book.findKnown(b)).as("after another was revoked").isPresent();
    assertThat(book.find(a)).isEmpty();
    assertThat(book.find(b)).isPresent();
    clock.moveOn(DAY);
    assertThat(book.findKnown(b)).isEmpty();
    assertThat(book.find(b)).isEmpty();
  }

  @Test
  void rolesIncludeThoseBelow() {
    assertThat(Role.ADMIN.includes(Role.EDITOR)).isTrue();
    assertThat(Role.EDITOR.includes(Role.EDITOR)).isTrue();
    assertThat(Role.READER.includes(Role.EDITOR)).isFalse();
    assertThat(Role.find("editor")).hasValue(Role.EDITOR);
    assertThat(Role.find("EDITOR")).isEmpty();
  }
}
