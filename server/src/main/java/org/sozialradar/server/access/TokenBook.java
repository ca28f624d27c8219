package org.sozialradar.server.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Knows which secrets are good. A secret is hashed with its salt once; as long as the record of its
 * token does not change, it is known by a plain hash in memory afterwards. A token that is revoked
 * is worth nothing from the next request on. Safe for use by many threads.
 */
public final class TokenBook {
  private static final int MOST_KNOWN = 1_000;

  /** Hashed when there is no such token, so that the time does not tell which ids there are. */
  private static final String ANY_SALT = "00".repeat(16);

  private final TokenFile file;
  private final Clock clock;
  private volatile Page page = new Page(TokenFile.State.MISSING, Map.of(), none());

  /** The tokens of one state of the file, and the secrets that were checked against them. */
  private record Page(
      TokenFile.State state, Map<String, Token> tokens, Cache<String, Token> known) {}

  public TokenBook(TokenFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  private static Cache<String, Token> none() {
    return Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();
  }

  /** The token of a secret that was checked before; quick. */
  Optional<Token> findKnown(Secret secret) {
    return Optional.ofNullable(page().known().getIfPresent(digest(secret))).filter(this::isGood);
  }

  /** The token of a secret; takes some milliseconds. */
  Optional<Token> find(Secret secret) {
    var page = page();
    var token = page.tokens().get(secret.id());
    if (token == null) {
      secret.hash(ANY_SALT, TokenFile.ITERATIONS);
      return Optional.empty();
    }
    if (!secret.belongsTo(token) || !isGood(token)) {
      return Optional.empty();
    }
    page.known().put(digest(secret), token);
    return Optional.of(token);
  }

  private boolean isGood(Token token) {
    return !token.isExpired(clock.instant());
  }

  private Page page() {
    var state = file.state();
    var held = page;
    if (!held.state().equals(state)) {
      var tokens = read();
      held = new Page(state, tokens, stillKnown(held, tokens));
      page = held;
    }
    return held;
  }

  /**
   * Were all forgotten at each new token, those who ask at once would look like those who guess.
   */
  private static Cache<String, Token> stillKnown(Page before, Map<String, Token> tokens) {
    Cache<String, Token> known = none();
    before
        .known()
        .asMap()
        .forEach(
            (digest, token) -> {
              if (token.equals(tokens.get(token.id()))) {
                known.put(digest, token);
              }
            });
    return known;
  }

  private Map<String, Token> read() {
    return file.list().stream()
        .collect(Collectors.toUnmodifiableMap(Token::id, Function.identity()));
  }

  private static String digest(Secret secret) {
    return DigestUtils.sha256Hex(secret.text());
  }
}
