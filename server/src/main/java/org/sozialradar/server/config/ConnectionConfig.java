package org.sozialradar.server.config;

import java.time.Duration;
import java.util.Map;

/**
 * What clients must keep to.
 *
 * @param most most connections at once
 * @param idle how long a connection may go without a whole request
 * @param longestRequest how long a request may be worked on before its client is told that it takes
 *     too long
 * @param minBytesPerSecond what a client must at least send of a body or take of an answer in a
 *     second; 0 for no limit
 */
public record ConnectionConfig(
    int most, Duration idle, Duration longestRequest, int minBytesPerSecond) {
  static ConnectionConfig of(Map<Setting, GivenValue> given) {
    return new ConnectionConfig(
        given.get(Setting.MAX_CONNECTIONS).number(16, 1_000_000),
        Duration.ofSeconds(given.get(Setting.IDLE_SECONDS).number(1, 3600)),
        Duration.ofSeconds(given.get(Setting.REQUEST_SECONDS).number(1, 3600)),
        given.get(Setting.MIN_BYTES_PER_SECOND).number(0, 1_000_000));
  }
}
