package org.sozialradar.store.h2;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.api.ErrorCode;
import org.sozialradar.store.StoreException;

/** Says in words what H2 reports as a code. */
final class H2Failure {
  private H2Failure() {}

  static StoreException explain(String action, Path store, Exception failure) {
    return new StoreException(
        "cannot " + action + " the store " + store + ": " + reason(failure), failure);
  }

  private static String reason(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (diskIsFull(cause)) {
        return "the disk is full";
      }
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return reason(sql);
      }
    }
    return failure.getMessage();
  }

  private static boolean diskIsFull(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return cause instanceof java.io.IOException
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
      default -> failure.getMessage();
    };
  }
}
