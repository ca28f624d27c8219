package org.sozialradar.server.catalog;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.server.catalog.dcat.DcatCatalog;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.ContentCache;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;

/** The catalogue, whole and in parts, and in the words of DCAT-AP.de. */
public final class CatalogResource implements Resource {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogResource.class);
  private static final String FORMAT = "format";
  private static final String JSON = "application/json";
  private static final String DCAT = "dcat";

  /** The header {@code Accept} decides as well. */
  private static final List<HttpField> VARYING = List.of(new HttpField(HttpHeader.VARY, "Accept"));

  private final Snapshots snapshots;
  private final ContentCache cache;
  private final DcatCatalog openData;
  private final String root;
  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * The resource.
   *
   * @param openData the catalogue as portals of open data collect it
   */
  public CatalogResource(Snapshots snapshots, ContentCache cache, DcatCatalog openData) {
    this.snapshots = snapshots;
    this.cache = cache;
    this.openData = openData;
    root = Query.root(openData.publicUrl());
  }

  private record Levels(long revision, List<Catalog.Level> levels) {}

  private record Indicators(long revision, List<Catalog.IndicatorEntry> indicators) {}

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("/api/catalog", Set.of(FORMAT), this::catalog),
        Route.of("/api/levels", query -> levels()),
        Route.of("/api/indicators", query -> indicators()),
        Route.of("/api/indicators/{indicator}", this::indicator));
  }

  /** Makes the catalogue before the first visitor asks for it. */
  public void prepare() {
    catalog(snapshots.current());
  }

  private Answer catalog(Query query) {
    var snapshot = snapshots.current();
    if (!isOpenData(query)) {
      return catalog(snapshot);
    }
    return openData.publicUrl().isEmpty() ? provisional(snapshot, query) : openData(snapshot);
  }

  private Content openData(Snapshot snapshot) {
    return cache.get(
        "open-data@" + snapshot.revision().number(), () -> openData.content(snapshot, VARYING));
  }

  /** Kept without an address: anybody can name any host, and each would be another document. */
  private Content provisional(Snapshot snapshot, Query query) {
    if (!warned.getAndSet(true)) {
      LOG.warn(
          "the catalogue of open data has no lasting identifiers: public-url is not set, so each"
              + " client gets addresses with the host that it asked");
    }
    var draft =
        cache.get("open-data@" + snapshot.revision().number(), () -> openData.draft(snapshot));
    return DcatCatalog.complete(draft, query.baseUrl(), VARYING);
  }

  private static boolean isOpenData(Query query) {
    var named = query.findOneOf(FORMAT, List.of("json", DCAT));
    return named
        .map(DCAT::equals)
        .orElseGet(() -> query.negotiate(List.of(JSON, DcatCatalog.TYPE)).equals(DcatCatalog.TYPE));
  }

  private Content catalog(Snapshot snapshot) {
    return cache.get(
        "catalog@" + snapshot.revision().number(),
        () ->
            Content.of(
                Json.TYPE,
                Json.bytes(Catalogs.of(snapshot, root)),
                CachePolicy.REVALIDATE,
                VARYING));
  }

  private Answer levels() {
    var snapshot = snapshots.current();
    return kept(
        snapshot,
        "levels",
        () -> new Levels(snapshot.revision().number(), Catalogs.levels(snapshot)));
  }

  private Answer indicators() {
    var snapshot = snapshots.current();
    return kept(
        snapshot,
        "indicators",
        () -> new Indicators(snapshot.revision().number(), Catalogs.indicators(snapshot, root)));
  }

  private Answer indicator(Query query) {
    var snapshot = snapshots.current();
    String id = query.path("indicator");
    var indicator = snapshot.indicators().get(id);
    if (indicator == null) {
      throw ProblemException.ofParameter(ProblemType.UNKNOWN_INDICATOR, "indicator", id);
    }
    return kept(snapshot, "indicators/" + id, () -> Catalogs.indicator(snapshot, indicator, root));
  }

  private Content kept(Snapshot snapshot, String what, Supplier<Object> maker) {
    return cache.get(
        what + "@" + snapshot.revision().number(),
        () -> Json.content(maker.get(), CachePolicy.REVALIDATE));
  }
}
