package org.sozialradar.server.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/**
 * Writes the errors that the HTTP server finds by itself, before a request reaches a handler, as
 * problem details too.
 */
public final class ProblemErrorHandler extends ErrorHandler {
  private static final HttpField CLOSE =
      new PreEncodedHttpField(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());

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
    // Jetty 12.1 may complete the request before it tells itself that the error is written, and
    // then
    // fails whatever request the connection has by then: so none follows, and it is told at once.
    response.getHeaders().put(CLOSE);
    var end = Callback.from(InvocationType.NON_BLOCKING, callback::succeeded, callback::failed);
    Problems.reply(problem, FrontHandler.language(request), trace).write(response, end);
    return true;
  }
}
