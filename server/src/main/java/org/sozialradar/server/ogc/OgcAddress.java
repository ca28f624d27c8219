package org.sozialradar.server.ogc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sozialradar.server.http.Query;

/**
 * An address below {@code /ogc} as clients reach it.
 *
 * @param base scheme, host and path of {@code /ogc}
 * @param path path below it, empty or beginning with a slash
 * @param parameters query parameters in their order
 */
record OgcAddress(String base, String path, Map<String, String> parameters) {
  private static final String ROOT = "/ogc";
  private static final String JSON = "application/json";
  private static final String HTML = "text/html";

  static OgcAddress of(Query query, String path) {
    return new OgcAddress(query.baseUrl() + ROOT, path, Map.of());
  }

  /** The address of the request itself. */
  static OgcAddress of(Query query, String path, Iterable<String> names) {
    var given = new LinkedHashMap<String, String>();
    names.forEach(name -> query.find(name).ifPresent(value -> given.put(name, value)));
    return new OgcAddress(query.baseUrl() + ROOT, path, given);
  }

  /** The same with another value of a parameter. */
  OgcAddress with(String name, String value) {
    var changed = new LinkedHashMap<>(parameters);
    changed.put(name, value);
    return new OgcAddress(base, path, changed);
  }

  /** Another address below the same root. */
  OgcAddress at(String other) {
    return new OgcAddress(base, other, Map.of());
  }

  String text() {
    String query =
        parameters.entrySet().stream()
            .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    return base + path + (query.isEmpty() ? "" : "?" + query);
  }

  /** Signs that need no encoding stay, so that links are no longer than they must be. */
  private static String encoded(String text) {
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
    for (var sign : List.of(",", ":", "/", "(", ")")) {
      encoded = encoded.replace(URLEncoder.encode(sign, StandardCharsets.UTF_8), sign);
    }
    return encoded;
  }

  /** Characters of path and query, which a server counts. */
  int length() {
    return text().length() - base.length() + ROOT.length();
  }

  OgcLink link(String rel, String type) {
    return OgcLink.of(text(), rel, type);
  }

  /** The document itself and its other form. */
  List<OgcLink> selfAndAlternate(OgcFormat format, String type) {
    var html = with(OgcFormat.PARAMETER, "html");
    var json = with(OgcFormat.PARAMETER, "json");
    return format == OgcFormat.HTML
        ? List.of(html.link("self", HTML), json.link("alternate", type))
        : List.of(json.link("self", type), html.link("alternate", HTML));
  }

  List<OgcLink> selfAndAlternate(OgcFormat format) {
    return selfAndAlternate(format, JSON);
  }
}
