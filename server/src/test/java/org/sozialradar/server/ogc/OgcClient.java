package org.sozialradar.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sozialradar.server.TestServer;

/** Asks a server as a client of OGC API does. */
record OgcClient(TestServer server) {
  static final String TOWNS = "/ogc/collections/municipality_2023";
  private static final ObjectMapper JSON = new ObjectMapper();

  HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    return server.get(path, headers);
  }

  JsonNode json(String path, String... headers) throws IOException, InterruptedException {
    var answer = get(path, headers);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** What a link leads to, below the same server. */
  HttpResponse<byte[]> follow(String address) throws IOException, InterruptedException {
    return get(pathOf(address));
  }

  static String pathOf(String address) {
    var uri = URI.create(address);
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  /** The address of the items of a collection with names and values of parameters in turn. */
  static String items(String collection, String... parameters) {
    var query = new ArrayList<String>();
    for (int i = 0; i < parameters.length; i += 2) {
      query.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    return collection + "/items?" + String.join("&", query);
  }

  static List<String> ids(JsonNode page) {
    var ids = new ArrayList<String>();
    page.get("features").forEach(one -> ids.add(one.get("id").asText()));
    return ids;
  }

  /** The links of a relation. */
  static List<JsonNode> links(JsonNode document, String rel) {
    var found = new ArrayList<JsonNode>();
    for (var link : document.get("links")) {
      if (link.get("rel").asText().equals(rel)) {
        found.add(link);
      }
    }
    return found;
  }

  static Optional<String> next(JsonNode page) {
    return links(page, "next").stream().map(link -> pathOf(link.get("href").asText())).findFirst();
  }

  static String epsg(int code) {
    return "http://www.opengis.net/def/crs/EPSG/0/" + code;
  }
}
