package org.sozialradar.server.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.server.config.ServerConfig.RequestLogging;

/**
 * The request log: method, path, status, bytes and time. Neither addresses of visitors nor query
 * strings, which may tell what somebody looked for.
 */
public final class RequestLines implements RequestLog {
  private static final Logger LOG = LoggerFactory.getLogger("org.sozialradar.requests");
  private static final int LONGEST_PATH = 200;

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
    long millis = TimeUnit.NANOSECONDS.toMillis(NanoTime.since(request.getBeginNanoTime()));
    LOG.info(
        "{} {} {} {} B {} ms",
        request.getMethod(),
        printable(request.getHttpURI().getPath()),
        status,
        Response.getContentBytesWritten(response),
        millis);
  }

  private static String printable(String path) {
    if (path == null) {
      return "-";
    }
    String end = path.length() > LONGEST_PATH ? "…" : "";
    return path.substring(0, Math.min(path.length(), LONGEST_PATH)).replaceAll("\\p{Cntrl}", "?")
        + end;
  }
}
