package org.sozialradar.server.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Writes the errors that the HTTP server finds by itself, before a request reaches a handler, as
 * problem details too.
 */
public final class ProblemErrorHandler extends ErrorHandler {
  private final SecurityHeaders security;

  public ProblemErrorHandler(SecurityHeaders security) {
    this.security = security;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var failure = request.getAttribute(ERROR_EXCEPTION);
    var problem =
        failure instanceof RuntimeException thrown && response.getStatus() >= 500
            ? Problems.of(thrown)
            : Problems.ofStatus(response.getStatus());
    var trace = RequestTrace.of(request);
    response.getHeaders().clear();
    security.addTo(response.getHeaders());
    trace.addTo(response);
    Problems.reply(problem, FrontHandler.language(request), trace).write(response, callback);
    return true;
  }
}
