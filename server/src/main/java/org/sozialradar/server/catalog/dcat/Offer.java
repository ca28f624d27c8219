package org.sozialradar.server.catalog.dcat;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.export.feature.FeatureFormat;

/**
 * A form in which data are to be had.
 *
 * @param name short name, unique within the data set
 * @param title what a person reads
 * @param description what is in it
 * @param access path that leads to it
 * @param download path of the file itself; empty if it is no file
 * @param mediaType type and subtype
 * @param fileType name in the vocabulary of file types; empty if that has none
 * @param service path of the service that gives it out; empty if there is none
 */
record Offer(
    String name,
    LocalizedText title,
    LocalizedText description,
    String access,
    String download,
    String mediaType,
    String fileType,
    String service) {
  private static final String FILE_TYPES =
      "http://publications.europa.eu/resource/authority/file-type/";
  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
  private static final String AVAILABLE =
      "http://publications.europa.eu/resource/authority/planned-availability/AVAILABLE";

  /** A file that stands under one address. */
  static Offer file(
      String name,
      LocalizedText title,
      LocalizedText description,
      String path,
      String mediaType,
      String fileType) {
    return new Offer(name, title, description, path, path, mediaType, fileType, "");
  }

  /** A file that is written when it is asked for. */
  static Offer export(
      String name,
      LocalizedText title,
      LocalizedText description,
      FeatureFormat format,
      String fileType,
      String selection) {
    String path = "/api/exports?format=" + format.id() + "&form=file&" + selection;
    return file(name, title, description, path, format.mediaType(), fileType);
  }

  /**
   * The distribution.
   *
   * @param base address of the server
   * @param dataset address of the data set
   * @param sources what it holds, at least one
   */
  Node node(String base, String dataset, Collection<Dataset> sources) {
    var node =
        Node.of("dcat:Distribution")
            .id(dataset + "/" + name)
            .put("dct:title", Node.text(title))
            .put("dct:description", Node.text(description))
            .put("dcat:accessURL", Node.iri(base + access))
            .put("dcat:mediaType", Node.iri(MEDIA_TYPES + mediaType))
            .put("dcatde:licenseAttributionByText", attribution(sources))
            .put("dcatap:availability", Node.iri(AVAILABLE));
    LicenceTerms.add(node, sources);
    if (!download.isEmpty()) {
      node.put("dcat:downloadURL", Node.iri(base + download));
    }
    if (!fileType.isEmpty()) {
      node.put("dct:format", Node.iri(FILE_TYPES + fileType));
    }
    if (!service.isEmpty()) {
      node.put("dcat:accessService", Node.iri(base + service));
    }
    return node.put("dct:modified", modified(sources));
  }

  private static String attribution(Collection<Dataset> sources) {
    return sources.stream().map(Dataset::attribution).distinct().collect(Collectors.joining("; "));
  }

  /** When the newest of some data sets came here. */
  static Node modified(Collection<Dataset> sources) {
    var newest =
        sources.stream().map(Dataset::importedAt).reduce((one, other) -> later(one, other));
    return Node.typed(newest.orElseThrow().toString(), "xsd:dateTime");
  }

  private static java.time.Instant later(java.time.Instant one, java.time.Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Nodes of some forms of the same data. */
  static List<Node> nodes(
      List<Offer> offers, String base, String dataset, Collection<Dataset> sources) {
    return offers.stream().map(one -> one.node(base, dataset, sources)).toList();
  }
}
