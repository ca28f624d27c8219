package org.sozialradar.server.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.server.http.Clients;
import org.sozialradar.server.http.Gate;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

/**
 * Lets pass who shows a good token: {@code Authorization: Bearer TOKEN} (RFC 6750). Where it is
 * said so, a browser may also show it as the password of any user ({@code Basic}), which it asks
 * its user for by itself.
 */
public final class TokenGate implements Gate {
  private static final Logger LOG = LoggerFactory.getLogger(TokenGate.class);
  private static final String BEARER = "Bearer realm=\"Sozialradar\"";

  /** Tells who shows a good token which role it has. */
  private static final String ROLE = "Radar-Role";

  private static final String BASIC = "Basic realm=\"Sozialradar\", charset=\"UTF-8\"";

  private final TokenBook book;
  private final Clients clients;
  private final FailedAttempts attempts;
  private final Role needed;
  private final Predicate<String> openPaths;
  private final boolean passwords;

  private TokenGate(
      TokenBook book,
      Clients clients,
      FailedAttempts attempts,
      Role needed,
      Predicate<String> openPaths,
      boolean passwords) {
    this.book = book;
    this.clients = clients;
    this.attempts = attempts;
    this.needed = needed;
    this.openPaths = openPaths;
    this.passwords = passwords;
  }

  /**
   * A gate before what is read, also by browsers.
   *
   * @param openPaths paths that need no token, such as those of health
   */
  public static TokenGate ofReading(
      TokenBook book, Clients clients, FailedAttempts attempts, Predicate<String> openPaths) {
    return new TokenGate(book, clients, attempts, Role.READER, openPaths, true);
  }

  /**
   * A gate before what changes something: programs and pages that name the token themselves, never
   * a browser by itself. An editor may add, only an admin may delete. The answer to a good token
   * tells its role.
   *
   * @param openPaths paths that may be read without a token, such as the files of a page
   */
  public static TokenGate ofWriting(
      TokenBook book, Clients clients, FailedAttempts attempts, Predicate<String> openPaths) {
    return new TokenGate(book, clients, attempts, Role.EDITOR, openPaths, false);
  }

  @Override
  public boolean isOpen(Request request) {
    return isForEverybody(request) || known(request).isPresent();
  }

  private boolean isForEverybody(Request request) {
    String path = request.getHttpURI().getPath();
    return path != null
        && path.equals(request.getHttpURI().getCanonicalPath())
        && (HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod()))
        && openPaths.test(path);
  }

  /** The role of a token that was seen before, if it is enough. */
  private Optional<Role> known(Request request) {
    return secret(request)
        .flatMap(book::findKnown)
        .map(Token::role)
        .filter(role -> role.includes(needed(request)));
  }

  @Override
  public void check(Request request, Response response) {
    if (isForEverybody(request)) {
      return;
    }
    var role = known(request).orElseGet(() -> role(request, response));
    var least = needed(request);
    if (!role.includes(least)) {
      throw ProblemException.of(ProblemType.ROLE_TOO_WEAK, least.id());
    }
    if (!passwords) {
      response.getHeaders().add(ROLE, role.id());
    }
  }

  private Role needed(Request request) {
    return HttpMethod.DELETE.is(request.getMethod()) ? Role.ADMIN : needed;
  }

  private Role role(Request request, Response response) {
    if (request.getHeaders().get(HttpHeader.AUTHORIZATION) == null) {
      challenge(response);
      throw ProblemException.of(ProblemType.TOKEN_NEEDED);
    }
    var client = clients.of(request);
    attempts.begin(client.key());
    var token = secret(request).flatMap(book::find);
    if (token.isEmpty()) {
      LOG.warn("a token from {} was refused: unknown, revoked or expired", client.masked());
      challenge(response);
      throw ProblemException.of(ProblemType.TOKEN_REFUSED);
    }
    attempts.succeeded(client.key());
    return token.get().role();
  }

  private void challenge(Response response) {
    response.getHeaders().add(HttpHeader.WWW_AUTHENTICATE, BEARER);
    if (passwords) {
      response.getHeaders().add(HttpHeader.WWW_AUTHENTICATE, BASIC);
    }
  }

  private Optional<Secret> secret(Request request) {
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (header == null) {
      return Optional.empty();
    }
    var parts = header.strip().split(" +", 2);
    if (parts.length < 2) {
      return Optional.empty();
    }
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case "bearer" -> Secret.find(parts[1]);
      case "basic" -> passwords ? password(parts[1]).flatMap(Secret::find) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> password(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty(); // What cannot be read is no token; it counts as a wrong one.
    }
  }
}
