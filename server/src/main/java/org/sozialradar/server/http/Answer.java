package org.sozialradar.server.http;

/**
 * What a resource answers to a request that it could fulfil. What it could not is a {@link
 * ProblemException}.
 */
public sealed interface Answer
    permits Accepted, Content, FileContent, NoContent, Redirect, Streamed {
  /**
   * The answer in the form that goes out to a client.
   *
   * @param acceptEncoding value of {@code Accept-Encoding}, empty if there is none
   * @param ifNoneMatch value of {@code If-None-Match}, empty if there is none
   */
  Reply reply(String acceptEncoding, String ifNoneMatch);
}
