package org.sozialradar.server.http;

import java.io.InputStream;
import java.util.Set;

/**
 * An address that takes something in with POST or PUT, and what takes it.
 *
 * @param path template with {@code {name}} for path parameters
 * @param parameters query parameters that it knows; others are refused
 * @param mostBytes largest body
 * @param taking what takes it
 */
public record Posting(String path, Set<String> parameters, long mostBytes, Taking taking) {
  /** Takes what a request brings. */
  @FunctionalInterface
  public interface Taking {
    /**
     * The answer.
     *
     * @throws ProblemException if the request cannot be fulfilled as asked
     */
    Answer take(Query query, Upload upload);
  }

  /**
   * What a request brings.
   *
   * @param contentType value of {@code Content-Type}, empty if there is none
   * @param length bytes that it says it has; negative if it does not say
   * @param body the bytes, to be read once
   */
  public record Upload(String contentType, long length, InputStream body) {}

  /**
   * What a request brings, of which no more is read than allowed.
   *
   * @throws ProblemException if it says that it is larger than allowed; reading throws the same if
   *     it turns out so, or if the connection ends too early
   */
  public Upload receive(String contentType, long length, InputStream body) {
    if (length > mostBytes) {
      BoundedBody.discard(body);
      throw BoundedBody.tooLarge(mostBytes);
    }
    return new Upload(contentType, length, new BoundedBody(body, mostBytes));
  }

  public Posting {
    parameters = Set.copyOf(parameters);
  }
}
