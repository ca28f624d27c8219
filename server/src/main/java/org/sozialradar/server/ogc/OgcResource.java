package org.sozialradar.server.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.filter.FilterFunction;
import org.sozialradar.server.features.CoordinateSystems;
import org.sozialradar.server.features.FeatureCollection;
import org.sozialradar.server.features.FeatureCollections;
import org.sozialradar.server.features.TimeSpan;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Redirect;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.server.text.Language;

/** Answers what map programs ask after OGC API Features. */
public final class OgcResource implements Resource {
  private static final String JSON = "application/json";
  private static final String HTML = "text/html";
  private static final String GEOJSON = "application/geo+json";
  private static final String SCHEMA = "application/schema+json";
  private static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
  private static final String DOCUMENTATION = "/docs/api";
  private static final int MOST_ON_A_PAGE_TO_READ = 100;
  private static final Set<String> FORM = Set.of(OgcFormat.PARAMETER);
  private static final Set<String> ONE = Set.of(OgcFormat.PARAMETER, "crs", "datetime");

  private final Snapshots snapshots;
  private final OgcApiDocument api;
  private final int longestAddress;

  /**
   * The resource.
   *
   * @param description description of the whole API
   * @param longestAddress most characters of an address, which links to its own must not exceed
   */
  public OgcResource(Snapshots snapshots, JsonNode description, int longestAddress) {
    this.snapshots = snapshots;
    this.longestAddress = longestAddress;
    api = new OgcApiDocument(description);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("/ogc", FORM, this::landing),
        Route.of("/ogc/", FORM, this::landing),
        Route.of("/ogc/api", FORM, this::api),
        Route.of("/ogc/conformance", FORM, this::conformance),
        Route.of("/ogc/functions", FORM, this::functions),
        Route.of("/ogc/collections", FORM, this::collections),
        Route.of("/ogc/collections/{collection}", FORM, this::collection),
        Route.of("/ogc/collections/{collection}/queryables", FORM, query -> schema(query, true)),
        Route.of("/ogc/collections/{collection}/sortables", FORM, query -> schema(query, false)),
        Route.costly(
            "/ogc/collections/{collection}/items",
            Set.copyOf(ItemsRequest.PARAMETERS),
            this::items),
        Route.of("/ogc/collections/{collection}/items/{feature}", ONE, this::item));
  }

  /** The description; people are led to the page of the whole API. */
  private Answer api(Query query) {
    return OgcFormat.of(query, OPENAPI.split(";", 2)[0]) == OgcFormat.HTML
        ? new Redirect(DOCUMENTATION)
        : OgcAnswer.of(type(OPENAPI), api.bytes(query), List.of());
  }

  private static HttpField type(String mediaType) {
    return Content.type(mediaType);
  }

  private Answer landing(Query query) {
    var root = OgcAddress.of(query, "");
    var format = OgcFormat.of(query, JSON);
    var links = new ArrayList<>(root.selfAndAlternate(format));
    links.add(root.at("/api").link("service-desc", OPENAPI));
    links.add(OgcLink.of(query.baseUrl() + DOCUMENTATION, "service-doc", HTML));
    links.add(root.at("/conformance").link("conformance", JSON));
    links.add(root.at("/collections").link("data", JSON));
    links.add(root.at("/functions").link("http://www.opengis.net/def/rel/ogc/1.0/functions", JSON));
    links.add(root.at("/tiles").link(CollectionDocument.TILESETS, JSON));
    links.add(
        root.at("/tileMatrixSets")
            .link("http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes", JSON));
    links.add(root.at("/styles").link(StylesResource.STYLES, JSON));
    boolean german = query.language() == Language.GERMAN;
    var json = new LinkedHashMap<String, Object>();
    json.put("title", "Sozialradar");
    json.put(
        "description",
        german
            ? "Gebiete mit veröffentlichten Werten und Kontextebenen nach OGC API Features und"
                + " Tiles"
            : "Areas with published values and context layers after OGC API Features and Tiles");
    json.put("links", links);
    return answer(query, format, json);
  }

  private Answer conformance(Query query) {
    return answer(query, OgcFormat.of(query, JSON), Map.of("conformsTo", Conformance.classes()));
  }

  private Answer functions(Query query) {
    var functions =
        List.of(FilterFunction.values()).stream()
            .map(
                one ->
                    Map.of(
                        "name", one.label(),
                        "returns", List.of(name(one.result().name())),
                        "arguments", List.of(Map.of("type", List.of(name(one.argument().name()))))))
            .toList();
    return answer(query, OgcFormat.of(query, JSON), Map.of("functions", functions));
  }

  private static String name(String type) {
    return type.equals("TEXT") ? "string" : "number";
  }

  private Answer collections(Query query) {
    var root = OgcAddress.of(query, "/collections");
    var format = OgcFormat.of(query, JSON);
    var snapshot = snapshots.current();
    var json = new LinkedHashMap<String, Object>();
    json.put("links", root.selfAndAlternate(format));
    json.put(
        "collections",
        FeatureCollections.list(snapshot).stream()
            .map(one -> document(one, query).description(links(one, self(one, root), snapshot)))
            .toList());
    return answer(query, format, json);
  }

  private static List<OgcLink> self(FeatureCollection collection, OgcAddress root) {
    return List.of(root.at(CollectionDocument.path(collection)).link("self", JSON));
  }

  /** Links of a document about a collection, and one for each licence of what is in it. */
  private static List<OgcLink> links(
      FeatureCollection collection, List<OgcLink> own, Snapshot snapshot) {
    var licences =
        collection.provenance().sources().stream()
            .map(source -> snapshot.datasets().get(source.dataset()))
            .filter(Objects::nonNull)
            .map(Dataset::licence)
            .filter(licence -> licence.url().startsWith("http"))
            .distinct()
            .map(licence -> OgcLink.of(licence.url(), "license", "").titled(licence.id()));
    return Stream.concat(own.stream(), licences).toList();
  }

  private static CollectionDocument document(FeatureCollection collection, Query query) {
    return new CollectionDocument(collection, OgcAddress.of(query, ""), query.language());
  }

  private FeatureCollection collection(Query query, TimeSpan time) {
    return FeatureCollections.get(snapshots.current(), query.path("collection"), time);
  }

  private Answer collection(Query query) {
    var snapshot = snapshots.current();
    var collection = FeatureCollections.get(snapshot, query.path("collection"), TimeSpan.ALWAYS);
    var format = OgcFormat.of(query, JSON);
    var address = OgcAddress.of(query, CollectionDocument.path(collection));
    var links = links(collection, address.selfAndAlternate(format), snapshot);
    return answer(query, format, document(collection, query).description(links));
  }

  private Answer schema(Query query, boolean toFilter) {
    var document = document(collection(query, TimeSpan.ALWAYS), query);
    var format = OgcFormat.of(query, SCHEMA);
    var schema = toFilter ? document.queryables() : document.sortables();
    return format == OgcFormat.HTML
        ? OgcHtml.page(schema, query)
        : OgcAnswer.of(type(SCHEMA), Json.bytes(schema), List.of());
  }

  private Answer items(Query query) {
    var snapshot = Selection.revision(snapshots, query);
    var collection = FeatureCollections.get(snapshot, query.path("collection"), TimeSpan.of(query));
    var format = OgcFormat.of(query, GEOJSON);
    var wanted = ItemsRequest.of(collection, query);
    boolean toRead = format == OgcFormat.HTML;
    var request = toRead ? wanted.atMost(MOST_ON_A_PAGE_TO_READ) : wanted;
    var page = toRead ? ItemsPage.toRead(collection, request) : ItemsPage.of(collection, request);
    var address =
        OgcAddress.of(
            query, CollectionDocument.path(collection) + "/items", ItemsRequest.PARAMETERS);
    var links = new ArrayList<>(address.selfAndAlternate(format, GEOJSON));
    page.next().map(last -> next(address, format, snapshot, last)).ifPresent(links::add);
    links.add(address.at(CollectionDocument.path(collection)).link("collection", JSON));
    byte[] json = new FeatureWriter(collection, request).page(page, links);
    return features(query, format, json, request.system());
  }

  /**
   * The page after this one, of the same revision, so that whoever follows the links gets every
   * feature once, whatever is imported meanwhile.
   *
   * @throws ProblemException if its address is too long: better no page than one without the rest
   */
  private OgcLink next(OgcAddress address, OgcFormat format, Snapshot snapshot, String last) {
    String revision = Long.toString(snapshot.revision().number());
    var next =
        address
            .with("after", last)
            .with(ItemsRequest.REVISION, revision)
            .with(ItemsRequest.STAMP, snapshot.stamp());
    if (next.length() > longestAddress) {
      throw ProblemException.of(ProblemType.ADDRESS_TOO_LONG);
    }
    return format == OgcFormat.HTML
        ? next.with(OgcFormat.PARAMETER, "html").link("next", HTML)
        : next.link("next", GEOJSON);
  }

  private Answer item(Query query) {
    var collection = collection(query, TimeSpan.of(query));
    var format = OgcFormat.of(query, GEOJSON);
    String id = query.path("feature");
    var feature =
        collection
            .find(id)
            .orElseThrow(
                () -> ProblemException.ofParameter(ProblemType.UNKNOWN_ITEM, "feature", id));
    var request = ItemsRequest.ofOne(CoordinateSystems.of(query, "crs"));
    var address =
        OgcAddress.of(query, CollectionDocument.path(collection) + "/items/" + encoded(id), ONE);
    var links = new ArrayList<>(address.selfAndAlternate(format, GEOJSON));
    links.add(address.at(CollectionDocument.path(collection)).link("collection", JSON));
    byte[] json = new FeatureWriter(collection, request).document(feature, links);
    return features(query, format, json, request.system());
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Answer features(
      Query query, OgcFormat format, byte[] json, ReferenceSystem system) {
    var crs = List.of(new HttpField("Content-Crs", "<" + system.uri() + ">"));
    return format == OgcFormat.HTML
        ? OgcHtml.page(json, query, crs)
        : OgcAnswer.of(type(GEOJSON), json, crs);
  }

  private static Answer answer(Query query, OgcFormat format, Map<String, Object> json) {
    return OgcAnswer.of(query, format, json);
  }
}
