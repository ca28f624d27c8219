package org.sozialradar.server.config;

import java.time.Duration;
import java.util.Map;

/**
 * How the server behaves in the hands of those who run it.
 *
 * @param logFormat how lines of the log are written
 * @param drain how long a server that was told to stop goes on answering while it says that it is
 *     not ready
 * @param keepReplaced how long a revision still answers after another took its place
 * @param maxReplaced most revisions that still answer after others took their place
 */
public record OperationConfig(
    LogFormat logFormat, Duration drain, Duration keepReplaced, int maxReplaced) {

  /** How lines of the log are written. */
  public enum LogFormat {
    /** For people. */
    TEXT,
    /** For programs: one JSON object in each line. */
    JSON
  }

  static OperationConfig of(Map<Setting, GivenValue> given) {
    return new OperationConfig(
        given.get(Setting.LOG_FORMAT).oneOf(LogFormat.class),
        Duration.ofSeconds(given.get(Setting.DRAIN_SECONDS).number(0, 300)),
        Duration.ofMinutes(given.get(Setting.KEEP_REPLACED_MINUTES).number(0, 1440)),
        given.get(Setting.MAX_REPLACED_REVISIONS).number(1, 100));
  }
}
