package org.sozialradar.server.catalog.dcat;

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
 */
public record DcatCatalog(LocalizedText title, PublisherConfig publisher) {
  /** The type of JSON-LD. */
  public static final String TYPE = "application/ld+json";

  private static final HttpField FIELD = Content.type(TYPE);

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

  /**
   * The catalogue.
   *
   * @param base address under which clients reach the server, without a slash at the end
   * @param fields further fields that go out with it
   */
  public Content content(Snapshot snapshot, String base, List<HttpField> fields) {
    var document = new LinkedHashMap<String, Object>();
    document.put("@context", CONTEXT);
    document.put("@graph", graph(snapshot, base));
    return Content.of(FIELD, Json.bytes(document), CachePolicy.REVALIDATE, fields);
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
    return Node.of("dcat:Catalog")
        .id(base + "/api/catalog")
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
        .put("dct:publisher", DatasetWriter.agent(office()))
        .put("dcat:endpointURL", Node.iri(base + DatasetWriter.SERVICE))
        .put("dcat:endpointDescription", Node.iri(base + DatasetWriter.SERVICE + "/api"))
        .put("dcat:servesDataset", references(datasets));
  }
}
