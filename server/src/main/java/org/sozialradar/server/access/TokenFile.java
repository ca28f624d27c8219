package org.sozialradar.server.access;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sozialradar.store.StoreException;

/**
 * The store of tokens: a file of JSON that only its owner may read. It changes whole or not at all,
 * and one process at a time changes it. Safe for use by many threads.
 */
public final class TokenFile {
  /** The secret has 256 bits of chance; more rounds would only cost time at each first check. */
  static final int ITERATIONS = 10_000;

  private static final int SALT_BYTES = 16;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private final Path file;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** The tokens of a file, which need not be there yet. */
  public TokenFile(Path file, Clock clock) {
    this.file = file.toAbsolutePath();
    this.clock = clock;
  }

  /** What the file holds. */
  private record Content(List<Token> tokens) {
    Content {
      tokens = List.copyOf(tokens);
    }
  }

  /**
   * A token that was just made.
   *
   * @param token what is kept of it
   * @param secret what its holder shows; it cannot be had again
   */
  public record Issued(Token token, String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
      return "Issued[" + token.id() + "]";
    }
  }

  /** Tells one state of the file from another; every change makes a new file. */
  record State(Object file, long modified, long bytes) {
    static final State MISSING = new State("", 0, 0);
  }

  /** All tokens, also those that have expired, in the order in which they were made. */
  public List<Token> list() {
    try {
      return JSON.readValue(Files.readString(file), Content.class).tokens();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException failure) {
      throw new StoreException("the file of tokens " + file + " cannot be read", failure);
    }
  }

  /** The state of the file at this moment. */
  State state() {
    try {
      var facts = Files.readAttributes(file, BasicFileAttributes.class);
      return new State(
          String.valueOf(facts.fileKey()), facts.lastModifiedTime().toMillis(), facts.size());
    } catch (NoSuchFileException none) {
      return State.MISSING;
    } catch (IOException failure) {
      throw new StoreException("the file of tokens " + file + " cannot be read", failure);
    }
  }

  /**
   * Makes a token.
   *
   * @param name a name that no other token has
   * @param life how long it is worth something
   * @return empty if another token has that name
   */
  public Optional<Issued> create(String name, Role role, Duration life) {
    return alone(
        () -> {
          var tokens = new ArrayList<>(list());
          if (tokens.stream().anyMatch(one -> one.name().equals(name))) {
            return Optional.empty();
          }
          var secret = Secret.random(random);
          var token = token(secret, name, role, life);
          tokens.add(token);
          write(tokens);
          return Optional.of(new Issued(token, secret.text()));
        });
  }

  private Token token(Secret secret, String name, Role role, Duration life) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String salt = Secret.digits(random, SALT_BYTES);
    String hash = secret.hash(salt, ITERATIONS);
    return new Token(secret.id(), name, role, now, now.plus(life), salt, ITERATIONS, hash);
  }

  /**
   * Takes a token back; it is worth nothing from then on.
   *
   * @param named its name or id
   * @return the token, empty if there is none
   */
  public Optional<Token> revoke(String named) {
    return alone(
        () -> {
          var tokens = new ArrayList<>(list());
          var found =
              tokens.stream()
                  .filter(one -> one.name().equals(named) || one.id().equals(named))
                  .findFirst();
          if (found.isPresent()) {
            tokens.remove(found.get());
            write(tokens);
          }
          return found;
        });
  }

  private interface Change<T> {
    T make() throws IOException;
  }

  /** Two that changed the file at once could bring a revoked token back. */
  private <T> T alone(Change<T> change) {
    synchronized (TokenFile.class) { // A lock of a file holds only between processes.
      try {
        Files.createDirectories(file.getParent());
        return whileLocked(change);
      } catch (IOException failure) {
        throw new StoreException("the file of tokens " + file + " cannot be written", failure);
      }
    }
  }

  private <T> T whileLocked(Change<T> change) throws IOException {
    var lock = file.resolveSibling(file.getFileName() + ".lock");
    var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(lock, options, ownerOnly())) {
      channel.lock(); // Ends with the channel.
      return change.make();
    }
  }

  private void write(List<Token> tokens) throws IOException {
    var draft =
        Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part", ownerOnly());
    try {
      Files.writeString(draft, JSON.writeValueAsString(new Content(tokens)));
      try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> ownerOnly() {
    return PosixFilePermissions.asFileAttribute(OWNER_ONLY);
  }
}
