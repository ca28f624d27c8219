package org.sozialradar.store.h2;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcException;
import org.h2.mvstore.MVStoreException;
import org.sozialradar.store.StoreException;

/** Says in words what H2 reports as a code. */
final class H2Failure {
  private H2Failure() {}

  /**
   * @param action what was tried, to follow "cannot"
   * @param failure what was thrown
   */
  static StoreException explain(String action, Path store, Exception failure) {
    return new StoreException(
        "cannot " + action + " the store " + store + ": " + reason(failure), failure);
  }

  /** Whether the file could not be written or read, after which H2 is not to be trusted. */
  static boolean isOfTheFile(Exception failure) {
    return chain(failure).stream()
        .anyMatch(cause -> cause instanceof MVStoreException || cause instanceof IOException);
  }

  private static String reason(Exception failure) {
    var chain = chain(failure);
    if (chain.stream().anyMatch(H2Failure::diskIsFull)) {
      return "the disk is full";
    }
    return chain.stream()
        .filter(SQLException.class::isInstance)
        .map(cause -> reason((SQLException) cause))
        .findFirst()
        .orElse(failure.getMessage());
  }

  /** The failure, its causes and what was suppressed on the way, each once. */
  private static List<Throwable> chain(Throwable failure) {
    var chain = new ArrayList<Throwable>(List.of(failure));
    for (int i = 0; i < chain.size(); i++) {
      var next = new ArrayList<>(Arrays.asList(chain.get(i).getSuppressed()));
      next.add(chain.get(i).getCause());
      for (var cause : next) {
        if (cause != null && chain.stream().noneMatch(known -> known == cause)) {
          chain.add(cause);
        }
      }
    }
    return chain;
  }

  private static boolean diskIsFull(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return cause instanceof IOException
        && (message.contains("no space left")
            || message.contains("file too large")
            || message.contains("quota exceeded"));
  }

  private static String reason(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case ErrorCode.FILE_CORRUPTED_1 -> "the file is damaged";
      case ErrorCode.FILE_VERSION_ERROR_1 ->
          "the file is damaged or of a format that this program does not know";
      case ErrorCode.DATABASE_IS_READ_ONLY -> "no permission to write the file";
      case ErrorCode.DATABASE_ALREADY_OPEN_1 -> "another program has the file open";
      default ->
          failure instanceof JdbcException h2 ? h2.getOriginalMessage() : failure.getMessage();
    };
  }
}
