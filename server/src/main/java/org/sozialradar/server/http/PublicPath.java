package org.sozialradar.server.http;

import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes the path below which clients see the server off their requests, for proxies that leave it
 * on; requests without it are answered as they are. Links that name that path so lead to the same
 * whether a proxy takes it off, leaves it on, or is not there at all.
 */
public final class PublicPath extends Handler.Wrapper {
  private final String publicUrl;
  private final String path;
  private final Set<String> closed;

  /**
   * A handler before all others.
   *
   * @param publicUrl address under which clients reach the server, without a slash at the end;
   *     empty if it is not known
   * @param closed paths that are not there below that one: an operator closes them with a rule of
   *     the proxy, which sees the path once where a client has put it twice
   */
  public PublicPath(String publicUrl, Set<String> closed, Handler inner) {
    super(inner);
    this.publicUrl = publicUrl;
    this.closed = Set.copyOf(closed);
    path = Query.root(publicUrl);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String asked = request.getHttpURI().getPathQuery(); // CONNECT names a host instead.
    if (path.isEmpty() || asked == null || !asked.startsWith(path)) {
      return super.handle(request, response, callback);
    }
    String rest = asked.substring(path.length());
    if (rest.isEmpty() || rest.startsWith("?")) {
      // The page names its files as seen from its folder.
      new Redirect("/" + rest).seenAt(publicUrl).write(response, callback);
      return true;
    }
    if (!rest.startsWith("/")) {
      return super.handle(request, response, callback); // It only begins like ours.
    }
    var within = within(request, rest);
    return super.handle(
        within.map(address -> Request.serveAs(request, address)).orElse(request),
        response,
        callback);
  }

  /** The address without our path; empty if nothing is there, so that it is answered as it is. */
  private Optional<HttpURI> within(Request request, String rest) {
    HttpURI within;
    try {
      within = HttpURI.build(request.getHttpURI(), rest);
    } catch (IllegalArgumentException aboveTheRoot) {
      return Optional.empty(); // Such as /radar/../x: it begins like ours and leads elsewhere.
    }
    return Optional.of(within).filter(address -> !closed.contains(address.getCanonicalPath()));
  }
}
