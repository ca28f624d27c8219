package org.sozialradar.server.http;

import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Keeps paths that are for those who run the server from all others: only some networks may ask for
 * them. A request that came through a proxy that nobody vouched for comes from anywhere. Safe for
 * use by many threads.
 */
public final class Insiders {
  private final Set<String> paths;
  private final InetAddressSet networks = new InetAddressSet();

  /**
   * Who may ask.
   *
   * @param paths what is not for everybody
   * @param networks addresses and networks (CIDR) of those who may ask for it
   */
  public Insiders(Set<String> paths, List<String> networks) {
    this.paths = Set.copyOf(paths);
    this.networks.addAll(networks);
  }

  /**
   * Lets a request pass.
   *
   * @throws ProblemException if what it asks for is not for its client
   */
  void check(Request request, Clients clients) {
    if (paths.contains(request.getHttpURI().getCanonicalPath()) && !isInside(request, clients)) {
      throw ProblemException.of(ProblemType.FIGURES_REFUSED);
    }
  }

  private boolean isInside(Request request, Clients clients) {
    boolean passedOn =
        request.getHeaders().contains(HttpHeader.X_FORWARDED_FOR)
            || request.getHeaders().contains(HttpHeader.FORWARDED);
    return (!passedOn || clients.isProxy(request)) && networks.test(clients.of(request).address());
  }
}
