package org.sozialradar.server.catalog.dcat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.server.config.PublisherConfig;

/**
 * Begins data sets with what all of them have.
 *
 * @param base address under which clients reach the server
 * @param version of all data: the number of the revision
 * @param publisher who runs the server
 */
record DatasetWriter(String base, String version, PublisherConfig publisher) {
  /** Path of OGC API. */
  static final String SERVICE = "/ogc";

  private static final String THEMES =
      "http://publications.europa.eu/resource/authority/data-theme/";
  private static final String LANGUAGES =
      "http://publications.europa.eu/resource/authority/language/";
  private static final LocalizedText INVENTED =
      new LocalizedText(
          "Beispieldaten – frei erfunden, keine echten Werte.",
          "Example data – freely invented, no real values.");
  private static final LocalizedText EXAMPLE = new LocalizedText("Beispieldaten", "example data");

  /**
   * A data set.
   *
   * @param sources what it rests on, at least one
   */
  Node begin(
      String address,
      LocalizedText title,
      LocalizedText description,
      String office,
      Collection<Dataset> sources) {
    boolean example = sources.stream().anyMatch(Dataset::example);
    var node =
        Node.of("dcat:Dataset")
            .id(address)
            .put("dct:title", Node.text(example ? labelled(title) : title))
            .put("dct:description", Node.text(example ? warned(description) : description))
            .put("dct:identifier", address)
            .put("dct:publisher", agent(office))
            .put("dct:language", languages())
            .put("dct:modified", Offer.modified(sources))
            .put("dcat:version", version);
    if (!publisher.contributorId().isEmpty()) {
      node.put("dcatde:contributorID", Node.iri(publisher.contributorId()));
    }
    if (!publisher.contact().isEmpty()) {
      node.put("dcat:contactPoint", contact());
    }
    return node;
  }

  private static LocalizedText labelled(LocalizedText title) {
    return new LocalizedText(
        title.de() + " (" + EXAMPLE.de() + ")", title.en() + " (" + EXAMPLE.en() + ")");
  }

  private static LocalizedText warned(LocalizedText text) {
    return new LocalizedText(text.de() + " " + INVENTED.de(), text.en() + " " + INVENTED.en());
  }

  /** Themes of the vocabulary; all data here are also about regions and cities. */
  static List<Node> themes(List<String> further) {
    return Stream.concat(Stream.of("REGI"), further.stream())
        .map(name -> Node.iri(THEMES + name))
        .toList();
  }

  static List<Node> languages() {
    return List.of(Node.iri(LANGUAGES + "DEU"), Node.iri(LANGUAGES + "ENG"));
  }

  static Node agent(String name) {
    return Node.of("foaf:Agent").put("foaf:name", name);
  }

  private Node contact() {
    boolean mail = publisher.contact().startsWith("mailto:");
    return Node.of("vcard:Kind")
        .put("vcard:fn", publisher.name())
        .put(mail ? "vcard:hasEmail" : "vcard:hasURL", Node.iri(publisher.contact()));
  }

  /** Words by which a data set is found. */
  void addKeywords(Node node, List<LocalizedText> words, boolean example) {
    var all = new ArrayList<Node>();
    Stream.concat(words.stream(), example ? Stream.of(EXAMPLE) : Stream.empty())
        .distinct()
        .forEach(word -> all.addAll(Node.text(word)));
    node.put("dcat:keyword", all);
  }
}
