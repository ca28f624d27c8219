package org.sozialradar.server;

import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.sozialradar.release.ReleaseFolder;
import org.sozialradar.server.access.FailedAttempts;
import org.sozialradar.server.access.TokenBook;
import org.sozialradar.server.access.TokenFile;
import org.sozialradar.server.access.TokenGate;
import org.sozialradar.server.allocations.AllocationsResource;
import org.sozialradar.server.areas.AreasResource;
import org.sozialradar.server.catalog.CatalogAdministration;
import org.sozialradar.server.catalog.CatalogResource;
import org.sozialradar.server.catalog.dcat.DcatCatalog;
import org.sozialradar.server.classify.ClassifyResource;
import org.sozialradar.server.command.CommandException;
import org.sozialradar.server.command.ExitCode;
import org.sozialradar.server.command.Serving;
import org.sozialradar.server.comparisons.ComparisonsResource;
import org.sozialradar.server.config.AccessConfig.ReadAccess;
import org.sozialradar.server.config.ServerConfig;
import org.sozialradar.server.documents.DocumentsResource;
import org.sozialradar.server.exports.ExportWorkshop;
import org.sozialradar.server.exports.ExportsResource;
import org.sozialradar.server.health.HealthResource;
import org.sozialradar.server.http.Clients;
import org.sozialradar.server.http.ContentCache;
import org.sozialradar.server.http.CrossOrigin;
import org.sozialradar.server.http.Drain;
import org.sozialradar.server.http.Entrance;
import org.sozialradar.server.http.FrontHandler;
import org.sozialradar.server.http.Gate;
import org.sozialradar.server.http.Insiders;
import org.sozialradar.server.http.Limits;
import org.sozialradar.server.http.OperationHandler;
import org.sozialradar.server.http.Posting;
import org.sozialradar.server.http.ProblemErrorHandler;
import org.sozialradar.server.http.ProblemPages;
import org.sozialradar.server.http.PublicPath;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.RateLimit;
import org.sozialradar.server.http.RequestLines;
import org.sozialradar.server.http.RequestTrace;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.http.Routing;
import org.sozialradar.server.http.SecurityHeaders;
import org.sozialradar.server.imports.ComputationsResource;
import org.sozialradar.server.imports.ImportQueue;
import org.sozialradar.server.imports.ImportsResource;
import org.sozialradar.server.imports.JobStores;
import org.sozialradar.server.imports.QuestionnairesResource;
import org.sozialradar.server.imports.ReleasesAdministration;
import org.sozialradar.server.imports.RevisionsResource;
import org.sozialradar.server.imports.SurveysResource;
import org.sozialradar.server.incidents.IncidentsAdministration;
import org.sozialradar.server.incidents.IncidentsResource;
import org.sozialradar.server.incidents.SituationSheet;
import org.sozialradar.server.indicators.ValuesResource;
import org.sozialradar.server.layers.LayersResource;
import org.sozialradar.server.metrics.MetricsResource;
import org.sozialradar.server.network.NetworkResource;
import org.sozialradar.server.ogc.OgcResource;
import org.sozialradar.server.ogc.StylesResource;
import org.sozialradar.server.ogc.TilesResource;
import org.sozialradar.server.openapi.OpenApiResource;
import org.sozialradar.server.page.PageConfigResource;
import org.sozialradar.server.page.PageResource;
import org.sozialradar.server.priorities.PrioritiesResource;
import org.sozialradar.server.priorities.WeightSetsAdministration;
import org.sozialradar.server.priorities.WeightSetsResource;
import org.sozialradar.server.releases.ErasedReleases;
import org.sozialradar.server.releases.FrozenExports;
import org.sozialradar.server.releases.ReleasesResource;
import org.sozialradar.server.results.ResultsResource;
import org.sozialradar.server.scenarios.ScenariosResource;
import org.sozialradar.server.snapshot.Following;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.server.socialspace.ContactsAdministration;
import org.sozialradar.server.socialspace.MeasuresAdministration;
import org.sozialradar.server.socialspace.MeasuresResource;
import org.sozialradar.server.socialspace.PortraitResource;
import org.sozialradar.server.socialspace.SocialSpaceResource;
import org.sozialradar.server.tiles.StyleResource;
import org.sozialradar.server.tiles.TileHandler;
import org.sozialradar.server.tiles.TileJsonResource;
import org.sozialradar.server.tiles.TileMaker;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.MeasurableStore;

/** The server with all its parts: the only place that knows them all. */
public final class RadarServer implements Serving.Running {
  private static final int CONNECTION_THREADS = 16;

  /** How long requests in work may keep a server from stopping. */
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(20);

  private static final long MIB = 1 << 20;

  /** What is only for insiders is not on the admin port. */
  private static final Insiders NOBODY = new Insiders(Set.of(), List.of());

  private static final Clock CLOCK = Clock.systemUTC();

  private final ServerConfig config;
  private final Server server;
  private final ServerConnector connector;
  private final Snapshots snapshots;
  private final ContentCache answers;
  private final MetricsResource metrics = new MetricsResource();
  private final List<Resource> resources;
  private final List<Route> routes;
  private final Clients clients;
  private final RateLimit rate;
  private final ImportQueue imports;
  private final ExportWorkshop exports;
  private final List<Resource> administration;
  private final Optional<AdminPort> admin;
  private final FailedAttempts attempts = new FailedAttempts(CLOCK);
  private final Drain drain = new Drain();
  private final OperationHandler operation;
  private final Optional<ReleaseFolder> releaseFolder;

  private RadarServer(ServerConfig config, GeodataStore store) {
    this.config = config;
    releaseFolder = config.releases().folder().map(ReleaseFolder::new);
    var security =
        SecurityHeaders.allowing(
            config.imageOrigins(),
            config.exposure().embedOrigins(),
            List.of(SituationSheet.styleHash()));
    server = new Server(new QueuedThreadPool(CONNECTION_THREADS));
    var workers = new QueuedThreadPool(config.threads(), Math.min(8, config.threads()));
    // Apart from those of connections: were all of them at work, nobody new could even connect.
    server.addBean(workers);
    connector = connector();
    server.addConnector(connector);
    server.setErrorHandler(new ProblemErrorHandler(security));
    RequestTrace.seeBelow(server, Query.root(config.publicUrl()));
    snapshots = Snapshots.follow(store, following(), metrics.registry());
    answers = new ContentCache(config.answerCacheMib() * MIB);
    var maker = new TileMaker(snapshots, config.maxTileColumns());
    var tiles = new TileHandler(maker, config.tileCacheMib() * MIB, metrics.registry());
    measure(store, tiles);
    snapshots.whenErasing(answers::clear);
    snapshots.whenErasing(tiles::forget);
    exports = new ExportWorkshop(config.exports(), metrics.registry());
    snapshots.whenErasing(exports::breakOff);
    releaseFolder.ifPresent(folder -> keepFree(folder, store));
    resources = resources(store, tiles);
    routes = resources.stream().flatMap(resource -> resource.routes().stream()).toList();
    clients = new Clients(config.exposure().trustedProxies());
    rate = rate();
    tiles.setHandler(servlets());
    var front =
        new FrontHandler(limits(), urgentPaths(), security, entrance(), tiles, tiles, workers);
    operation = new OperationHandler(drain, snapshots::storeAnswers, front);
    server.setHandler(new PublicPath(config.publicUrl(), Set.of(MetricsResource.PATH), operation));
    imports = new ImportQueue(snapshots, metrics.registry(), CLOCK);
    administration = administration(store);
    var requestLog =
        new RequestLog.Collection(
            metrics.requests(templates()), new RequestLines(config.requestLog()));
    server.setRequestLog(requestLog);
    admin = config.admin().isOn() ? Optional.of(adminPort(requestLog)) : Optional.empty();
  }

  private List<Resource> administration(GeodataStore store) {
    long most = config.admin().maxUploadMib() * MIB;
    var stores =
        JobStores.of(
            store,
            config.store(),
            config.login(),
            config.admin().writer(),
            config.surveys().rule());
    return List.of(
        PageResource.ofAdministration(),
        new CatalogAdministration(snapshots, Query.root(config.publicUrl())),
        new QuestionnairesResource(),
        new ImportsResource(imports, stores, most, CLOCK),
        new WeightSetsAdministration(stores.records(), CLOCK),
        new IncidentsAdministration(snapshots, stores.records(), CLOCK),
        new MeasuresAdministration(snapshots, stores.records(), CLOCK),
        new ContactsAdministration(snapshots, stores.records(), CLOCK),
        new SurveysResource(imports, stores, most, releaseFolder, CLOCK),
        new RevisionsResource(imports, stores),
        ReleasesResource.ofAdministration(store::releases),
        new ReleasesAdministration(
            imports, stores, new FrozenExports(CLOCK).at(config.publicUrl()), releaseFolder, CLOCK),
        new ComputationsResource(imports, stores, CLOCK));
  }

  /** Another server may have deleted a wave, now or while this one was off. */
  private void keepFree(ReleaseFolder folder, GeodataStore store) {
    snapshots.afterReading(() -> ErasedReleases.delete(folder, store));
    snapshots.afterErasing(() -> ErasedReleases.delete(folder, store));
  }

  private void measure(GeodataStore store, TileHandler tiles) {
    metrics.watch("tiles", tiles.cache());
    metrics.watch("answers", answers.cache());
    if (store instanceof MeasurableStore measurable) {
      measurable.measure(metrics.registry());
    }
  }

  /** All routes that figures tell apart. */
  private Set<String> templates() {
    var templates = new HashSet<String>();
    templates.add(TileHandler.ROUTE);
    for (var resource : administration) {
      resource.postings().forEach(posting -> templates.add(posting.path()));
      resource.replacements().forEach(replacement -> templates.add(replacement.path()));
      resource.deletions().forEach(deletion -> templates.add(deletion.path()));
      resource.routes().forEach(route -> templates.add(route.path()));
    }
    routes.forEach(route -> templates.add(route.path()));
    templates.addAll(computations());
    return templates;
  }

  private Entrance entrance() {
    var insiders = new Insiders(Set.of(MetricsResource.PATH), config.exposure().metricsNetworks());
    var crossOrigin = new CrossOrigin(config.exposure().corsOrigins());
    return new Entrance(readers(), clients, rate, crossOrigin, insiders);
  }

  private RateLimit rate() {
    return new RateLimit(config.exposure().costlyPerMinute(), costly(), System::nanoTime);
  }

  /** Templates of the addresses that one client may ask only so often: all questions among them. */
  Set<String> costly() {
    var costly = routes.stream().filter(Route::costly).map(Route::path).collect(Collectors.toSet());
    costly.addAll(computations());
    return costly;
  }

  private AdminPort adminPort(RequestLog requestLog) {
    var gate = TokenGate.ofWriting(tokens(), clients, attempts, PageResource::isFile);
    var entrance = new Entrance(gate, clients, rate, new CrossOrigin(List.of()), NOBODY);
    return new AdminPort(config, entrance, SecurityHeaders.strict(), administration, requestLog);
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
      radar.openAdminPort();
    } catch (Exception failure) {
      radar.close();
      throw radar.explain(failure);
    }
    return radar;
  }

  /**
   * Makes in the background what the first visitors will ask for; not where reading needs a token,
   * as the server has none.
   */
  RadarServer expectVisitors() {
    if (config.access().reading() == ReadAccess.PUBLIC) {
      snapshots.afterReading(() -> FirstVisit.to(address()));
    }
    return this;
  }

  private void openAdminPort() throws Exception {
    if (admin.isEmpty()) {
      return;
    }
    try {
      admin.get().open();
    } catch (java.io.IOException | java.nio.channels.UnresolvedAddressException failure) {
      throw new CommandException(
          ExitCode.USAGE,
          "error.admin-port",
          Integer.toString(config.admin().port()),
          config.admin().host());
    }
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

  private List<Resource> resources(GeodataStore store, TileHandler tiles) {
    var catalog =
        new CatalogResource(
            snapshots,
            answers,
            new DcatCatalog(config.title(), config.publisher(), config.publicUrl()));
    snapshots.afterReading(catalog::prepare);
    return List.of(
        PageResource.ofDashboard(),
        new PageConfigResource(config, Version.current()),
        catalog,
        new ValuesResource(snapshots, answers),
        new AreasResource(snapshots, answers),
        new ClassifyResource(snapshots, answers),
        new ResultsResource(snapshots, answers),
        new ComparisonsResource(snapshots, answers),
        new AllocationsResource(snapshots, answers),
        new PrioritiesResource(snapshots, answers, store::records),
        new WeightSetsResource(store::records),
        new ScenariosResource(snapshots),
        new SocialSpaceResource(snapshots, answers, store::records),
        new MeasuresResource(snapshots, store::records),
        new PortraitResource(snapshots, answers, store::records),
        new IncidentsResource(snapshots, answers, store::records, CLOCK),
        ReleasesResource.ofEverybody(store::releases, releaseFolder),
        new NetworkResource(snapshots, answers),
        new LayersResource(snapshots, answers),
        new ExportsResource(snapshots, answers, exports, Version.current()),
        new OgcResource(
            snapshots, OpenApiResource.document(Version.current()), config.maxAddressLength()),
        new TilesResource(snapshots, tiles, config.maxTileColumns()),
        new StylesResource(snapshots),
        new TileJsonResource(snapshots, config.maxTileColumns()),
        new StyleResource(snapshots, config.maxTileColumns()),
        new ProblemPages(),
        new HealthResource(snapshots, drain),
        new OpenApiResource(Version.current(), config.publicUrl()),
        new DocumentsResource(
            snapshots, OpenApiResource.document(Version.current()), config.publicUrl()),
        metrics);
  }

  private Handler servlets() {
    var context = new ServletContextHandler();
    var servlet = new Routing(config.publicUrl()).servlet(resources);
    context.addServlet(new ServletHolder(servlet), "/*");
    return context;
  }

  /** Health needs no token: whoever watches or balances has none. */
  private Gate readers() {
    if (config.access().reading() == ReadAccess.PUBLIC) {
      return Gate.OPEN;
    }
    return TokenGate.ofReading(
        tokens(), clients, attempts, Set.of("/health/live", "/health/ready")::contains);
  }

  private TokenBook tokens() {
    return new TokenBook(new TokenFile(config.access().requireTokenFile(), CLOCK), CLOCK);
  }

  private Following following() {
    return new Following(
        Duration.ofSeconds(config.pollSeconds()),
        config.operation().keepReplaced(),
        config.operation().maxReplaced());
  }

  private Set<String> urgentPaths() {
    return routes.stream().filter(Route::urgent).map(Route::path).collect(Collectors.toSet());
  }

  private Limits limits() {
    return new Limits(
        config.maxAddressLength(),
        config.maxHeaderBytes(),
        config.maxConcurrentRequests(),
        false,
        computations(),
        config.connections().longestRequest());
  }

  /** Paths where questions are asked with POST. */
  Set<String> computations() {
    return resources.stream()
        .flatMap(resource -> resource.computations().stream())
        .map(Posting::path)
        .collect(Collectors.toUnmodifiableSet());
  }

  private ServerConnector connector() {
    boolean encrypted = Connectors.isPublicEncrypted(config);
    var made =
        Connectors.make(
            server, config, selectors(), encrypted, config.connections().longestRequest());
    made.setHost(config.host());
    made.setPort(config.port());
    return made;
  }

  /** Tiles in memory are answered on the selectors' threads: one for each processor. */
  private static int selectors() {
    return Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
  }

  /** What the admin port offers, open or not. */
  List<Resource> administration() {
    return administration;
  }

  @Override
  public Optional<URI> adminAddress() {
    return admin.map(AdminPort::address);
  }

  /** Waits until the current revision has been read whole. */
  void awaitReading() throws InterruptedException {
    var read = new CountDownLatch(1);
    snapshots.afterReading(read::countDown);
    read.await();
  }

  /** All routes but that of the tiles themselves. */
  List<Route> routes() {
    return routes;
  }

  @Override
  public URI address() {
    return Connectors.address(
        config.host(), connector.getLocalPort(), Connectors.isPublicEncrypted(config));
  }

  @Override
  public void drain() throws InterruptedException {
    drain.begin();
    Thread.sleep(config.operation().drain().toMillis());
  }

  @Override
  public void close() {
    drain.begin();
    admin.ifPresent(AdminPort::close);
    imports.close();
    connector.close();
    operation.awaitIdle(LONGEST_REQUEST);
    exports.close();
    snapshots.close();
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("the server cannot stop", failure);
    }
  }
}
