package org.sozialradar.server.catalog.dcat;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;

/**
 * Licences by their addresses in the vocabulary of DCAT-AP.de ({@code
 * http://dcat-ap.de/def/licenses/}, state of 15 July 2020). What has none there is described in
 * words, as are numbers that rest on data under several.
 */
final class LicenceTerms {
  private static final String VOCABULARY = "http://dcat-ap.de/def/licenses/";

  /** By the short name in lower case, with hyphens for spaces. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          entry("dl-de/by-2-0", "dl-by-de/2.0"),
          entry("dl-de/by-1-0", "dl-by-de/1.0"),
          entry("dl-de/zero-2-0", "dl-zero-de/2.0"),
          entry("dl-de-by-2.0", "dl-by-de/2.0"),
          entry("dl-de-zero-2.0", "dl-zero-de/2.0"),
          entry("cc-by-4.0", "cc-by/4.0"),
          entry("cc-by-sa-4.0", "cc-by-sa/4.0"),
          entry("cc-by-nd-4.0", "cc-by-nd/4.0"),
          entry("cc-by-nc-4.0", "cc-by-nc/4.0"),
          entry("cc-by-3.0-de", "cc-by-de/3.0"),
          entry("cc-by-sa-3.0-de", "cc-by-sa-de/3.0"),
          entry("cc0", "cc-zero"),
          entry("cc0-1.0", "cc-zero"),
          entry("odbl", "odbl"),
          entry("odbl-1.0", "odbl"),
          entry("odc-by-1.0", "odby"),
          entry("pddl-1.0", "odcpddl"),
          entry("geonutzv", "geonutz/20130319"));

  private LicenceTerms() {}

  /** The address of a licence in the vocabulary; empty if it has none. */
  static Optional<String> findAddress(Licence licence) {
    String name = licence.id().strip().toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
    return Optional.ofNullable(NAMES.get(name)).map(VOCABULARY::concat);
  }

  /** The terms of what rests on some data sets, of which there is at least one. */
  static Node of(Collection<Dataset> sources) {
    var licences = sources.stream().map(Dataset::licence).distinct().toList();
    var addresses = licences.stream().map(LicenceTerms::findAddress).distinct().toList();
    if (addresses.size() == 1 && addresses.get(0).isPresent()) {
      return Node.iri(addresses.get(0).get());
    }
    return inWords(licences);
  }

  private static Node inWords(List<Licence> licences) {
    String titles =
        licences.stream()
            .map(one -> one.id() + " (" + one.title() + ")")
            .distinct()
            .collect(Collectors.joining("; "));
    var pages =
        licences.stream()
            .map(one -> findAddress(one).orElse(one.url()))
            .filter(url -> url.startsWith("http://") || url.startsWith("https://"))
            .distinct()
            .map(Node::iri)
            .toList();
    return Node.of("dct:LicenseDocument").put("dct:title", titles).put("rdfs:seeAlso", pages);
  }
}
