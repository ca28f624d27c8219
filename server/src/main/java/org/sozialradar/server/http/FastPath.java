package org.sozialradar.server.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what is at hand in memory. It runs on a thread that serves many connections and must
 * never wait.
 */
@FunctionalInterface
public interface FastPath {
  /**
   * Answers, or leaves the request as it is.
   *
   * @return whether it answers
   */
  boolean answer(Request request, Response response, Callback callback);
}
