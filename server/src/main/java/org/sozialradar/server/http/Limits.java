package org.sozialradar.server.http;

import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/**
 * What a request may ask for at most.
 *
 * @param addressLength longest path with query, in characters
 * @param headerBytes largest request header with the request line, in bytes
 * @param concurrentRequests most requests that are worked on at once
 * @param writing whether something may be taken in with POST or PUT or deleted with DELETE
 * @param computing paths where a question may be asked with POST, which stores nothing
 * @param longestWork how long a request may be worked on, and wait for it, before its client is
 *     told that it takes too long
 */
public record Limits(
    int addressLength,
    int headerBytes,
    int concurrentRequests,
    boolean writing,
    Set<String> computing,
    Duration longestWork) {
  /** Methods that the public side answers to. */
  static final String ALLOWED = "GET, HEAD";

  public Limits {
    computing = Set.copyOf(computing);
    if (addressLength < 1 || headerBytes < addressLength || concurrentRequests < 1) {
      throw new IllegalArgumentException("limits do not fit each other");
    }
  }

  /**
   * Lets a request pass.
   *
   * @throws ProblemException if its method is not allowed, or its address too long or no path
   */
  void check(Request request) {
    String method = request.getMethod();
    boolean reads = HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method);
    boolean writes =
        HttpMethod.POST.is(method) || HttpMethod.PUT.is(method) || HttpMethod.DELETE.is(method);
    boolean asks = HttpMethod.POST.is(method) && isComputing(request);
    if (!reads && !asks && !(writing && writes)) {
      throw ProblemException.of(ProblemType.METHOD_NOT_ALLOWED);
    }
    var uri = request.getHttpURI();
    if (uri.getPath() == null) {
      throw ProblemException.of(ProblemType.BAD_REQUEST);
    }
    int query = uri.getQuery() == null ? 0 : uri.getQuery().length() + 1;
    if (uri.getPath().length() + query > addressLength) {
      throw ProblemException.of(ProblemType.ADDRESS_TOO_LONG);
    }
  }

  private boolean isComputing(Request request) {
    String path = request.getHttpURI().getPath();
    return path != null && computing.contains(path);
  }
}
