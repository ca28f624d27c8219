package org.sozialradar.server.catalog.dcat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.server.config.PublisherConfig;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * The catalogue of a snapshot after DCAT-AP.de 3.0. How often data are renewed is not known and not
 * said; data sets and distributions were modified when the newest of their sources came here.
 *
 * @param title what the server is called
 * @param publisher who runs it
 * @param publicUrl address under which clients reach the server, without a slash at the end; empty
 *     if it is not known: then each client is told the one that it used, and that these are no
 *     lasting names
 */
public record DcatCatalog(LocalizedText title, PublisherConfig publisher, String publicUrl) {
  /** The type of JSON-LD. */
  public static final String TYPE = "application/ld+json";

  private static final HttpField FIELD = Content.type(TYPE);

  /** Stands for the address of the server; no host has such a name (RFC 2606). */
  private static final String SOMEWHERE = "https://radar.invalid";

  private static final LocalizedText PROVISIONAL =
      new LocalizedText(
          "Vorläufige Kennungen: Der Server kennt seine öffentliche Adresse nicht (Einstellung"
              + " public-url). Bitte nicht einsammeln.",
          "Provisional identifiers: the server does not know its public address (setting"
              + " public-url). Please do not harvest.");

  /** Stands within the document, so that nobody asks another server what it means. */
  private static final Map<String, String> CONTEXT = context();

  private static Map<String, String> context() {
    var context = new LinkedHashMap<String, String>();
    context.put("dcat", "http://www.w3.org/ns/dcat#");
    context.put("dcatap", "http://data.europa.eu/r5r/");
    context.put("dcatde", "http://dcat-ap.de/def/dcatde/");
    context.put("dct", "http://purl.org/dc/terms/");
    context.put("foaf", "http://xmlns.com/foaf/0.1/");
    context.put("geo", "http://www.opengis.net/ont/geosparql#");
    context.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    context.put("vcard", "http://www.w3.org/2006/vcard/ns#");
    context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    return context;
  }

  /** The catalogue of a server that says under which address it is reached. */
  public Content content(Snapshot snapshot, List<HttpField> fields) {
    return content(bytes(snapshot, publicUrl), fields);
  }

  /**
   * The catalogue of a server that does not say so: made once, to be completed by {@link
   * #complete}.
   */
  public Content draft(Snapshot snapshot) {
    return content(bytes(snapshot, SOMEWHERE), List.of());
  }

  /**
   * A draft with the address under which one client reached the server.
   *
   * @param base that address, without a slash at the end
   * @param fields further fields that go out with it
   */
  public static Content complete(Content draft, String base, List<HttpField> fields) {
    String text = new String(draft.plain(), StandardCharsets.UTF_8);
    byte[] quoted = Json.bytes(base);
    String escaped = new String(quoted, 1, quoted.length - 2, StandardCharsets.UTF_8);
    return content(text.replace(SOMEWHERE, escaped).getBytes(StandardCharsets.UTF_8), fields);
  }

  private static Content content(byte[] json, List<HttpField> fields) {
    return Content.of(FIELD, json, CachePolicy.REVALIDATE, fields);
  }

  private byte[] bytes(Snapshot snapshot, String base) {
    var document = new LinkedHashMap<String, Object>();
    document.put("@context", CONTEXT);
    document.put("@graph", graph(snapshot, base));
    return Json.bytes(document);
  }

  private List<Node> graph(Snapshot snapshot, String base) {
    String version = Long.toString(snapshot.revision().number());
    var writer = new DatasetWriter(base, version, publisher);
    var datasets = new ArrayList<Node>();
    for (var indicator : snapshot.indicators().values()) {
      datasets.addAll(IndicatorDataset.of(snapshot, indicator, writer));
    }
    for (String layer : snapshot.contextLayers().keySet()) {
      snapshot
          .findContextLayer(layer)
          .ifPresent(index -> datasets.add(LayerDataset.of(snapshot, index, writer)));
    }
    var graph = new ArrayList<Node>();
    graph.add(catalog(snapshot, base, datasets));
    graph.add(service(base, datasets));
    graph.addAll(datasets);
    return graph;
  }

  private Node catalog(Snapshot snapshot, String base, List<Node> datasets) {
    var node = Node.of("dcat:Catalog").id(base + "/api/catalog");
    Coverage.addPlace(node, box(snapshot), List.of());
    return node.put("rdfs:comment", publicUrl.isEmpty() ? Node.text(PROVISIONAL) : List.of())
        .put("dct:title", Node.text(title))
        .put(
            "dct:description",
            Node.text(
                "Indikatoren je Ebene von Gebieten, mit Intervall und Status der Werte, und"
                    + " Kontextebenen",
                "Indicators by level of areas, with intervals and status of the values, and"
                    + " context layers"))
        .put("dct:publisher", DatasetWriter.agent(office()))
        .put("dct:language", DatasetWriter.languages())
        .put("foaf:homepage", Node.iri(base + "/"))
        .put(
            "dcat:themeTaxonomy",
            Node.iri("http://publications.europa.eu/resource/authority/data-theme"))
        .put("dct:modified", Node.typed(snapshot.revision().createdAt().toString(), "xsd:dateTime"))
        .put("dcat:service", Node.iri(base + DatasetWriter.SERVICE))
        .put("dcat:dataset", references(datasets));
  }

  /** Where the areas of the usual edition lie. */
  private static List<Double> box(Snapshot snapshot) {
    String edition = snapshot.defaultEdition();
    return snapshot.levels(edition).stream()
        .map(level -> snapshot.areas(edition).box(level.id()))
        .filter(box -> !box.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private String office() {
    return publisher.name().isEmpty() ? title.de() : publisher.name();
  }

  private static List<Node> references(List<Node> datasets) {
    return datasets.stream()
        .map(one -> Node.iri(String.valueOf(one.properties().get("@id"))))
        .toList();
  }

  private Node service(String base, List<Node> datasets) {
    return Node.of("dcat:DataService")
        .id(base + DatasetWriter.SERVICE)
        .put("dct:title", Node.text("OGC API Features", "OGC API Features"))
        .put(
            "dct:description",
            Node.text(
                "Gebiete mit veröffentlichten Werten und Kontextebenen, mit Filtern in CQL2 und"
                    + " sechs Koordinatensystemen",
                "Areas with published values and context layers, with filters in CQL2 and six"
                    + " coordinate systems"))
        .put("dct:conformsTo", Node.iri("http://www.opengis.net/spec/ogcapi-features-1/1.0"))
        .put("foaf:page", Node.iri(base + "/docs/api"))
        .put("dct:publisher", DatasetWriter.agent(office()))
        .put("dcat:endpointURL", Node.iri(base + DatasetWriter.SERVICE))
        .put("dcat:endpointDescription", Node.iri(base + DatasetWriter.SERVICE + "/api"))
        .put("dcat:servesDataset", references(datasets));
  }
}
