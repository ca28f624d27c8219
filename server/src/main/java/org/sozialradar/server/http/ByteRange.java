package org.sozialradar.server.http;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a body.
 *
 * @param first its first byte, from 0
 * @param length how many bytes it has
 */
record ByteRange(long first, long length) {
  /** More digits are more bytes than any file has. */
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * The part that a request asks for.
   *
   * @param range value of {@code Range}; what is no single range of bytes asks for the whole, as a
   *     server may always send that
   * @param all length of the whole
   * @throws ProblemException if nothing of it is there
   */
  static Optional<ByteRange> find(String range, long all) {
    var matcher = ONE.matcher(range.strip());
    if (!matcher.matches() || matcher.group().equals("bytes=-")) {
      return Optional.empty();
    }
    String from = matcher.group(1);
    String to = matcher.group(2);
    if (from.isEmpty()) {
      long last = Math.min(Long.parseLong(to), all);
      return Optional.of(some(all - last, all - 1, all));
    }
    long first = Long.parseLong(from);
    long end = to.isEmpty() ? all - 1 : Math.min(Long.parseLong(to), all - 1);
    boolean backwards = !to.isEmpty() && Long.parseLong(to) < first;
    return backwards ? Optional.empty() : Optional.of(some(first, end, all));
  }

  private static ByteRange some(long first, long last, long all) {
    if (first > last) {
      throw ProblemException.of(ProblemType.RANGE_OUTSIDE, Long.toString(all));
    }
    return new ByteRange(first, last - first + 1);
  }

  /** Value of {@code Content-Range}. */
  String contentRange(long all) {
    return "bytes %d-%d/%d".formatted(first, first + length - 1, all);
  }
}
