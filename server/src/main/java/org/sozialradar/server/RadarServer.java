package org.sozialradar.server;

import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.sozialradar.server.areas.AreasResource;
import org.sozialradar.server.catalog.CatalogResource;
import org.sozialradar.server.classify.ClassifyResource;
import org.sozialradar.server.command.CommandException;
import org.sozialradar.server.command.ExitCode;
import org.sozialradar.server.command.Serving;
import org.sozialradar.server.config.ServerConfig;
import org.sozialradar.server.health.HealthResource;
import org.sozialradar.server.http.ContentCache;
import org.sozialradar.server.http.FrontHandler;
import org.sozialradar.server.http.Limits;
import org.sozialradar.server.http.ProblemErrorHandler;
import org.sozialradar.server.http.ProblemPages;
import org.sozialradar.server.http.RequestLines;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.http.Routing;
import org.sozialradar.server.http.SecurityHeaders;
import org.sozialradar.server.indicators.ValuesResource;
import org.sozialradar.server.metrics.MetricsResource;
import org.sozialradar.server.network.NetworkResource;
import org.sozialradar.server.openapi.OpenApiResource;
import org.sozialradar.server.page.PageConfigResource;
import org.sozialradar.server.page.PageResource;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.server.tiles.StyleResource;
import org.sozialradar.server.tiles.TileHandler;
import org.sozialradar.server.tiles.TileJsonResource;
import org.sozialradar.server.tiles.TileMaker;
import org.sozialradar.store.GeodataStore;

/** The server with all its parts: the only place that knows them all. */
public final class RadarServer implements Serving.Running {
  private static final long IDLE_MILLIS = 30_000;
  private static final int CONNECTION_THREADS = 16;
  private static final long MIB = 1 << 20;

  private final ServerConfig config;
  private final Server server;
  private final ServerConnector connector;
  private final Snapshots snapshots;
  private final ContentCache answers;
  private final MetricsResource metrics;
  private final List<Route> routes;
  private final FrontHandler front;

  private RadarServer(ServerConfig config, GeodataStore store) {
    this.config = config;
    var security = SecurityHeaders.allowing(config.imageOrigins());
    server = new Server(new QueuedThreadPool(CONNECTION_THREADS));
    var workers = new QueuedThreadPool(config.threads(), Math.min(8, config.threads()));
    // Apart from those of connections: were all of them at work, nobody new could even connect.
    server.addBean(workers);
    connector = connector();
    server.addConnector(connector);
    server.setErrorHandler(new ProblemErrorHandler(security));
    snapshots = Snapshots.follow(store, Duration.ofSeconds(config.pollSeconds()));
    answers = new ContentCache(config.answerCacheMib() * MIB);
    var maker = new TileMaker(snapshots, config.maxTileColumns());
    var tiles = new TileHandler(maker, config.tileCacheMib() * MIB);
    metrics = new MetricsResource(Map.of("tiles", tiles.cache(), "answers", answers.cache()));
    server.setRequestLog(
        new RequestLog.Collection(metrics.requests(), new RequestLines(config.requestLog())));
    routes = resources().stream().flatMap(resource -> resource.routes().stream()).toList();
    tiles.setHandler(servlets());
    front = new FrontHandler(limits(), urgentPaths(), security, tiles, tiles, workers);
    server.setHandler(front);
  }

  /**
   * Starts to serve.
   *
   * @throws CommandException if the port cannot be opened
   */
  public static RadarServer start(ServerConfig config, GeodataStore store) {
    var radar = new RadarServer(config, store);
    try {
      radar.server.start();
    } catch (Exception failure) {
      radar.close();
      throw radar.explain(failure);
    }
    return radar;
  }

  /** Makes in the background what the first visitors will ask for. */
  RadarServer expectVisitors() {
    snapshots.afterReading(() -> FirstVisit.to(address()));
    return this;
  }

  private RuntimeException explain(Exception failure) {
    String port = Integer.toString(config.port());
    if (failure instanceof java.io.IOException && failure.getCause() instanceof BindException) {
      return new CommandException(ExitCode.USAGE, "error.port-in-use", port, config.host());
    }
    if (failure instanceof java.io.IOException
        || failure instanceof java.nio.channels.UnresolvedAddressException) {
      return new CommandException(ExitCode.USAGE, "error.host", config.host(), port);
    }
    return failure instanceof RuntimeException known
        ? known
        : new IllegalStateException("the server cannot start: " + failure, failure);
  }

  private List<Resource> resources() {
    var catalog = new CatalogResource(snapshots, answers);
    snapshots.afterReading(catalog::prepare);
    return List.of(
        new PageResource(),
        new PageConfigResource(config, Version.current()),
        catalog,
        new ValuesResource(snapshots, answers),
        new AreasResource(snapshots, answers),
        new ClassifyResource(snapshots, answers),
        new NetworkResource(snapshots, answers),
        new TileJsonResource(snapshots, config.maxTileColumns()),
        new StyleResource(snapshots, config.maxTileColumns()),
        new ProblemPages(),
        new HealthResource(snapshots),
        new OpenApiResource(Version.current()),
        metrics);
  }

  private Handler servlets() {
    var context = new ServletContextHandler();
    var servlet = new Routing(config.publicUrl()).servlet(routes);
    context.addServlet(new ServletHolder(servlet), "/*");
    return context;
  }

  private Set<String> urgentPaths() {
    return routes.stream().filter(Route::urgent).map(Route::path).collect(Collectors.toSet());
  }

  private Limits limits() {
    return new Limits(
        config.maxAddressLength(), config.maxHeaderBytes(), config.maxConcurrentRequests());
  }

  private ServerConnector connector() {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(config.maxHeaderBytes());
    var made =
        new ServerConnector(
            server, null, null, null, 1, selectors(), new HttpConnectionFactory(http));
    made.setHost(config.host());
    made.setPort(config.port());
    made.setIdleTimeout(IDLE_MILLIS);
    return made;
  }

  /** Tiles in memory are answered on the selectors' threads: one for each processor. */
  private static int selectors() {
    return Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
  }

  /** All routes but that of the tiles themselves. */
  List<Route> routes() {
    return routes;
  }

  @Override
  public URI address() {
    String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    return URI.create("http://" + host + ":" + connector.getLocalPort() + "/");
  }

  @Override
  public void close() {
    connector.close();
    front.awaitIdle();
    snapshots.close();
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("the server cannot stop", failure);
    }
  }
}
