package org.sozialradar.server.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Says which requests may pass. Safe for use by many threads. */
public interface Gate {
  /** Lets everybody pass. */
  Gate OPEN =
      new Gate() {
        @Override
        public boolean isOpen(Request request) {
          return true;
        }

        @Override
        public void check(Request request, Response response) {}
      };

  /** Whether it is plain, without any work, that a request may pass. */
  boolean isOpen(Request request);

  /**
   * Lets a request pass; may take some milliseconds.
   *
   * @param response gets the header fields that tell how to get through
   * @throws ProblemException if it may not pass
   */
  void check(Request request, Response response);
}
