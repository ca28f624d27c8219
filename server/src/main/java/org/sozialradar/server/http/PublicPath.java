package org.sozialradar.server.http;

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

  /**
   * A handler before all others.
   *
   * @param publicUrl address under which clients reach the server, without a slash at the end;
   *     empty if it is not known
   */
  public PublicPath(String publicUrl, Handler inner) {
    super(inner);
    this.publicUrl = publicUrl;
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
    var within = HttpURI.build(request.getHttpURI(), rest);
    return super.handle(Request.serveAs(request, within), response, callback);
  }
}
