package org.sozialradar.server;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.sozialradar.server.config.ServerConfig;
import org.sozialradar.server.http.Entrance;
import org.sozialradar.server.http.FrontHandler;
import org.sozialradar.server.http.Limits;
import org.sozialradar.server.http.ProblemErrorHandler;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Routing;
import org.sozialradar.server.http.SecurityHeaders;

/**
 * The port through which data are changed: a server of its own beside the public one, so that
 * neither takes threads or connections from the other.
 */
final class AdminPort implements AutoCloseable {
  private static final int MOST_REQUESTS = 8;
  private static final int THREADS = 8;
  private static final int CONNECTION_THREADS = 8;

  /** How long an upload may take: half a gigabyte in an hour is a line of one megabit. */
  private static final Duration LONGEST_REQUEST = Duration.ofHours(1);

  private final ServerConfig config;
  private final Server server;
  private final ServerConnector connector;
  private final FrontHandler front;

  /**
   * A port that is not open yet.
   *
   * @param entrance lets pass who may change data
   * @param requestLog hears of each request
   */
  AdminPort(
      ServerConfig config,
      Entrance entrance,
      SecurityHeaders security,
      List<Resource> resources,
      RequestLog requestLog) {
    this.config = config;
    server = new Server(new QueuedThreadPool(CONNECTION_THREADS));
    var workers = new QueuedThreadPool(THREADS, 1);
    server.addBean(workers);
    connector = connector();
    server.addConnector(connector);
    server.setErrorHandler(new ProblemErrorHandler(security));
    server.setRequestLog(requestLog);
    var limits =
        new Limits(
            config.maxAddressLength(),
            config.maxHeaderBytes(),
            MOST_REQUESTS,
            true,
            Set.of(),
            LONGEST_REQUEST);
    front =
        new FrontHandler(
            limits,
            Set.of(),
            security,
            entrance,
            (request, response, callback) -> false,
            servlets(resources),
            workers);
    server.setHandler(front);
  }

  private ServletContextHandler servlets(List<Resource> resources) {
    var context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new Routing("").servlet(resources)), "/*");
    return context;
  }

  private ServerConnector connector() {
    var made =
        Connectors.make(server, config, 1, Connectors.isAdminEncrypted(config), LONGEST_REQUEST);
    made.setHost(config.admin().host());
    made.setPort(config.admin().port());
    return made;
  }

  void open() throws Exception {
    server.start();
  }

  URI address() {
    return Connectors.address(
        config.admin().host(), config.admin().port(), Connectors.isAdminEncrypted(config));
  }

  @Override
  public void close() {
    connector.close();
    front.awaitIdle();
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("the admin port cannot be closed", failure);
    }
  }
}
