package org.sozialradar.server.catalog.dcat;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;

/**
 * Licences by their addresses in the vocabulary of DCAT-AP.de ({@code
 * http://dcat-ap.de/def/licenses/}, state of 15 July 2020). What rests on data under several is
 * under another open licence if all of these are open, else under another closed one; so is what is
 * under a licence that the vocabulary does not know, as nobody here can tell what it allows. The
 * statement of rights then names them.
 */
final class LicenceTerms {
  private static final String VOCABULARY = "http://dcat-ap.de/def/licenses/";
  private static final String OTHER_OPEN = VOCABULARY + "other-open";
  private static final String OTHER_CLOSED = VOCABULARY + "other-closed";
  private static final Pattern SEPARATORS = Pattern.compile("[ _]");

  /** By the short name in lower case, with hyphens for spaces. */
  private static final Map<String, String> OPEN =
      Map.ofEntries(
          entry("dl-de/by-2-0", "dl-by-de/2.0"),
          entry("dl-de/by-1-0", "dl-by-de/1.0"),
          entry("dl-de/zero-2-0", "dl-zero-de/2.0"),
          entry("dl-de-by-2.0", "dl-by-de/2.0"),
          entry("dl-de-by-1.0", "dl-by-de/1.0"),
          entry("dl-de-zero-2.0", "dl-zero-de/2.0"),
          entry("apache-2.0", "apache"),
          entry("bsd-2-clause", "bsd"),
          entry("bsd-3-clause", "bsd"),
          entry("cc-by", "cc-by"),
          entry("cc-by-4.0", "cc-by/4.0"),
          entry("cc-by-3.0-de", "cc-by-de/3.0"),
          entry("cc-by-sa", "cc-by-sa"),
          entry("cc-by-sa-4.0", "cc-by-sa/4.0"),
          entry("cc-by-sa-3.0-de", "cc-by-sa-de/3.0"),
          entry("cc-pdm-1.0", "ccpdm/1.0"),
          entry("cc-pddc", "ccpdm/1.0"),
          entry("cc0", "cc-zero"),
          entry("cc0-1.0", "cc-zero"),
          entry("gfdl", "gfdl"),
          entry("gfdl-1.3-only", "gfdl"),
          entry("gfdl-1.3-or-later", "gfdl"),
          entry("gpl-3.0-only", "gpl/3.0"),
          entry("gpl-3.0-or-later", "gpl/3.0"),
          entry("mpl-2.0", "mozilla"),
          entry("odbl", "odbl"),
          entry("odbl-1.0", "odbl"),
          entry("odc-by-1.0", "odby"),
          entry("pddl-1.0", "odcpddl"),
          entry("geonutzv", "geonutz/20130319"),
          entry("officialwork", "officialWork"),
          entry("other-open", "other-open"),
          entry("other-opensource", "other-opensource"));

  /** The same of those that forbid something. */
  private static final Map<String, String> CLOSED =
      Map.ofEntries(
          entry("cc-by-nc", "cc-by-nc"),
          entry("cc-by-nc-4.0", "cc-by-nc/4.0"),
          entry("cc-by-nc-3.0-de", "cc-by-nc-de/3.0"),
          entry("cc-by-nd", "cc-by-nd"),
          entry("cc-by-nd-3.0", "cc-by-nd/3.0"),
          entry("cc-by-nd-4.0", "cc-by-nd/4.0"),
          entry("dl-de/by-nc-1-0", "dl-by-nc-de/1.0"),
          entry("dl-de-by-nc-1.0", "dl-by-nc-de/1.0"),
          entry("other-closed", "other-closed"),
          entry("other-commercial", "other-commercial"),
          entry("other-freeware", "other-freeware"));

  private LicenceTerms() {}

  /** The address of a licence in the vocabulary; empty if it has none. */
  static Optional<String> findAddress(Licence licence) {
    String name = name(licence);
    return Optional.ofNullable(OPEN.getOrDefault(name, CLOSED.get(name))).map(VOCABULARY::concat);
  }

  private static String name(Licence licence) {
    return SEPARATORS.matcher(licence.id().strip().toLowerCase(Locale.ROOT)).replaceAll("-");
  }

  /** Adds the terms of what rests on some data sets, of which there is at least one. */
  static void add(Node node, Collection<Dataset> sources) {
    var licences = sources.stream().map(Dataset::licence).distinct().toList();
    var addresses = licences.stream().map(LicenceTerms::findAddress).distinct().toList();
    if (addresses.size() == 1 && addresses.get(0).isPresent()) {
      node.put("dct:license", Node.iri(addresses.get(0).get()));
      return;
    }
    boolean open = licences.stream().map(LicenceTerms::name).allMatch(OPEN::containsKey);
    node.put("dct:license", Node.iri(open ? OTHER_OPEN : OTHER_CLOSED));
    node.put("dct:rights", inWords(licences));
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
    return Node.of("dct:RightsStatement").put("rdfs:label", titles).put("rdfs:seeAlso", pages);
  }
}
