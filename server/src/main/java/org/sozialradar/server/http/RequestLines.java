package org.sozialradar.server.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.server.config.ServerConfig.RequestLogging;

/**
 * The request log, one line for a request: method, route, status, kind of problem, bytes, time and
 * id. Neither addresses of visitors nor query strings, which may tell what somebody looked for. Of
 * what fits no route the beginning of the path is named, as that tells which link is broken.
 */
public final class RequestLines implements RequestLog {
  private static final Logger LOG = LoggerFactory.getLogger("org.sozialradar.requests");
  private static final int LONGEST_PATH = 60;
  private static final int LONGEST_METHOD = 10;

  private final RequestLogging scope;

  public RequestLines(RequestLogging scope) {
    this.scope = scope;
  }

  @Override
  public void log(Request request, Response response) {
    int status = response.getStatus();
    if (scope == RequestLogging.NONE || (scope == RequestLogging.ERRORS && status < 400)) {
      return;
    }
    var trace = RequestTrace.of(request);
    trace.run(() -> write(request, response, trace));
  }

  private static void write(Request request, Response response, RequestTrace trace) {
    String method = printable(request.getMethod(), LONGEST_METHOD);
    String place = place(request, trace);
    int status = response.getStatus();
    String problem = trace.problem().map(ProblemType::slug).orElse("");
    long bytes = bytes(request, response, trace);
    long millis = TimeUnit.NANOSECONDS.toMillis(NanoTime.since(request.getBeginNanoTime()));
    var line =
        LOG.atInfo()
            .addKeyValue("method", method)
            .addKeyValue(trace.isRouted() ? "route" : "path", place)
            .addKeyValue("status", status)
            .addKeyValue("bytes", bytes)
            .addKeyValue("millis", millis);
    if (!problem.isEmpty()) {
      line = line.addKeyValue("problem", problem);
    }
    String why = problem.isEmpty() ? "" : " (" + problem + ")";
    line.log("{} {} {}{} {} B {} ms", method, place, status, why, bytes, millis);
  }

  /**
   * Bytes of the body that went out. Jetty counts that of an answer to HEAD, which it leaves out,
   * and not what it writes for requests that it refuses by itself.
   */
  private static long bytes(Request request, Response response, RequestTrace trace) {
    if (HttpMethod.HEAD.is(request.getMethod())) {
      return 0;
    }
    long counted = Response.getContentBytesWritten(response);
    return counted == 0 && trace.problem().isPresent()
        ? Math.max(0, response.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH))
        : counted;
  }

  /** The template of the route: what stands in its places is nobody's concern. */
  private static String place(Request request, RequestTrace trace) {
    return trace.isRouted()
        ? trace.route()
        : printable(request.getHttpURI().getPath(), LONGEST_PATH);
  }

  private static String printable(String text, int most) {
    if (text == null) {
      return "-";
    }
    String end = text.length() > most ? "…" : "";
    return text.substring(0, Math.min(text.length(), most)).replaceAll("[^\\x21-\\x7e]", "?") + end;
  }
}
