package org.sozialradar.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Requests made from the description of the API: each route in turn, some parts of it right, so
 * that it is reached, and some wrong in type, length, encoding, path, method, header or body.
 * Repeatable by the seed of their random numbers.
 */
final class FuzzRequests {
  private static final String NO_CHUNK = "Transfer-Encoding: chunked\r\n\r\nzz\r\n";
  private static final Map<String, List<String>> VALID =
      Map.ofEntries(
          Map.entry("file", List.of("index.js", PageFiles.anyAsset())),
          Map.entry("indicator", List.of("population", "trust", "cohesion", "help")),
          Map.entry("id", List.of("cohesion", "help", "strain")),
          Map.entry("result", List.of("cohesion", "help")),
          Map.entry("area", List.of(TestCountry.GOERLITZ, "14626", "14")),
          Map.entry("with", List.of("peers", "district", "state", TestCountry.CHEMNITZ)),
          Map.entry("revision", List.of("3", "2")),
          Map.entry("edition", List.of("2023", "2022")),
          Map.entry("level", List.of("municipality", "district", "state")),
          Map.entry("layer", List.of("municipality", "district", "network")),
          Map.entry("name", List.of("municipality", "network")),
          Map.entry("period", List.of("2023", "2021")),
          Map.entry("code", List.of(TestCountry.GOERLITZ, "14626", "14")),
          Map.entry("type", List.of("unknown-layer")),
          Map.entry("collection", List.of("municipality_2023", "shelters")),
          Map.entry("style", List.of("municipality_2023", "shelters")),
          Map.entry("tileMatrix", List.of("8", "0")),
          Map.entry("tileRow", List.of("85", "0")),
          Map.entry("tileCol", List.of("137", "0")),
          Map.entry("feature", List.of(TestCountry.GOERLITZ)),
          Map.entry("bbox", List.of("14,50,16,52", "170,-10,-170,10")),
          Map.entry("datetime", List.of("2021-01-01/..", "2023-06-01T00:00:00Z")),
          Map.entry(
              "filter",
              List.of(
                  "population > 1000 AND CASEI(name) LIKE CASEI('g%')",
                  "S_INTERSECTS(geometry, BBOX(14,50,16,52)) OR name IN ('a', 'b')",
                  "{\"op\":\"isNull\",\"args\":[{\"property\":\"name\"}]}")),
          Map.entry("indicators", List.of("population", "population,trust", "cohesion,help")),
          Map.entry("periods", List.of("newest", "all", "2021,2023")),
          Map.entry("crs", List.of("CRS84", "EPSG:25833")),
          Map.entry("filter-crs", List.of("http://www.opengis.net/def/crs/EPSG/0/4326")),
          Map.entry("lang", List.of("de", "en")),
          Map.entry("sortby", List.of("-name,code")),
          Map.entry("properties", List.of("name")),
          Map.entry("columns", List.of("population", "population:2021,trust:2023")),
          Map.entry("breaks", List.of("30000", "1,2,3")),
          Map.entry("q", List.of("gör", "Aue")),
          Map.entry("z", List.of("8", "0")),
          Map.entry("x", List.of("137", "0")),
          Map.entry("y", List.of("85", "0")));

  /** Texts that break what trusts them; none holds a word that a leak is recognised by. */
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "-0",
          "+3",
          "03",
          "1e9",
          "0x10",
          "1.5",
          "NaN",
          "Infinity",
          "2147483648",
          "99999999999999999999",
          "٣",
          "null",
          "true",
          "[]",
          "{}",
          "{0}",
          "{{7*7}}",
          "${7*7}",
          "%s%n%x",
          "' OR '1'='1",
          "1);--",
          "\" UNION ALL",
          "\\",
          "../../../../etc/passwd",
          "..\\..\\x",
          "<script>alert(1)</script>",
          "\u0000",
          "\r\nX-Evil: 1",
          "\t",
          "\u202e",
          "\ufeff",
          "ﬁ",
          "Görlitz",
          "G\u0308",
          "😀",
          ",",
          "a,b,,c",
          ":",
          "population:",
          ":2023",
          "population:2021-02-30",
          "population:99999",
          "-Infinity,NaN",
          "x".repeat(300),
          "9".repeat(400),
          "ß".repeat(200),
          ",".repeat(2000),
          "14,".repeat(500));

  /** What no encoder makes. */
  private static final List<String> BROKEN =
      List.of(
          "%",
          "%z",
          "%zz",
          "%ff",
          "%c0%af",
          "%ed%a0%80",
          "%u0041",
          "%00",
          "%2e%2e%2f",
          "%252e",
          "+",
          "%2",
          "%f8%88%80%80%80",
          "\u00e4",
          "\u00ff\u00fe",
          "a b",
          "\u0007",
          "|",
          "<",
          "^",
          "%5c",
          "%2f",
          "%3b",
          ";a=b",
          "#x",
          "?",
          "&&",
          "=",
          "..",
          ".");

  private static final List<String> METHODS =
      List.of(
          "HEAD",
          "HEAD",
          "POST",
          "PUT",
          "PATCH",
          "DELETE",
          "OPTIONS",
          "TRACE",
          "CONNECT",
          "get",
          "PROPFIND",
          "GETGETGET",
          "X",
          "G T",
          "\u00e4",
          "GET/");
  private static final List<String> VERSIONS =
      List.of("HTTP/1.0", "HTTP/1.1", "HTTP/2.0", "HTTP/9.9", "HTTP/1", "HTTX/1.1", "");
  private static final List<String> FIELDS =
      List.of(
          "Accept-Encoding: gzip;q=0, *;q=x",
          "Accept-Encoding: " + "gzip,".repeat(300),
          "Accept-Language: en;q=0.0001, de;q=,",
          "Accept-Language: *",
          "Accept-Language: \u00e4\u00f6",
          "If-None-Match: \"",
          "If-None-Match: W/\"x\", *",
          "If-Modified-Since: yesterday",
          "Range: bytes=0-0,-1,5-2",
          "Content-Type: application/json",
          "Content-Type: multipart/form-data; boundary=",
          "Content-Encoding: gzip",
          "Cookie: a=b; c=\"",
          "Authorization: Bearer x",
          "X-Forwarded-For: 127.0.0.1, x",
          "X-Request-Id: " + "z".repeat(500),
          "X-Request-Id: \u00e4 b",
          "Upgrade: h2c",
          "Origin: null",
          "Host: ",
          "Host: a b",
          "Host: evil.example:99999",
          "Host: [::1",
          "Expect: 100-continue",
          "Expect: wonders",
          "Connection: upgrade",
          "TE: trailers",
          "NoColon",
          ": no name",
          "Bad Name: x",
          " folded: x",
          "X-Long: " + "y".repeat(9_000));
  private static final List<String> BODIES =
      List.of(
          "{",
          "[".repeat(5_000),
          "{\"a\":1e999999}",
          "null",
          "\u0000\u0001\u00ff\u00fe",
          "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
          "a=b&a=c&%ff=%zz",
          "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"../x\"\r\n\r\n1\r\n--x--",
          "q".repeat(20_000));

  private final List<Operation> operations = new ArrayList<>();
  private final Random random;
  private int made;

  /** A route with one of its methods. */
  private record Operation(
      String method, String path, List<Parameter> parameters, List<String> questions) {}

  private record Parameter(String name, boolean inPath, List<String> choices) {}

  /**
   * A request.
   *
   * @param text each character is one byte
   */
  record Made(String method, String text) {
    boolean isHead() {
      return method.equals("HEAD");
    }

    /** Whether nobody can tell where it ends: then the server may hang up on a long answer. */
    boolean isEndless() {
      return text.contains(NO_CHUNK);
    }
  }

  FuzzRequests(JsonNode document, Random random) {
    this.random = random;
    for (var path : document.get("paths").properties()) {
      for (var method : path.getValue().properties()) {
        operations.add(
            new Operation(
                method.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                parameters(document, method.getValue()),
                questions(method.getValue())));
      }
    }
  }

  /** Examples of what is asked with POST. */
  private static List<String> questions(JsonNode operation) {
    var questions = new ArrayList<String>();
    for (var example : operation.at("/requestBody/content/application~1json/examples")) {
      questions.add(example.get("value").toString());
    }
    return questions;
  }

  private static List<Parameter> parameters(JsonNode document, JsonNode operation) {
    var parameters = new ArrayList<Parameter>();
    for (var given : operation.path("parameters")) {
      var parameter =
          given.has("$ref") ? document.at(given.get("$ref").asText().substring(1)) : given;
      String name = parameter.get("name").asText();
      var choices = new ArrayList<>(VALID.getOrDefault(name, List.of("1")));
      parameter.at("/schema/enum").forEach(choice -> choices.add(choice.asText()));
      parameters.add(new Parameter(name, parameter.get("in").asText().equals("path"), choices));
    }
    return parameters;
  }

  /** How many routes and methods take turns. */
  int turns() {
    return operations.size();
  }

  Made next() {
    var operation = operations.get(made++ % operations.size());
    String method = oneIn(5) ? pick(METHODS) : operation.method();
    String target = oneIn(6) ? bend(path(operation)) : path(operation);
    return operation.questions().isEmpty() || !method.equals("POST")
        ? request(method, target + query(operation), "")
        : request(method, target, question(pick(operation.questions())));
  }

  private String path(Operation operation) {
    String path = operation.path();
    for (var parameter : operation.parameters()) {
      if (parameter.inPath()) {
        path = path.replace('{' + parameter.name() + '}', value(parameter));
      }
    }
    return path;
  }

  private String query(Operation operation) {
    var query = new StringBuilder();
    for (var parameter : operation.parameters()) {
      if (!parameter.inPath() && !oneIn(3)) {
        int times = oneIn(20) ? 2 : 1;
        for (int i = 0; i < times; i++) {
          append(query, parameter.name() + '=' + value(parameter));
        }
      }
    }
    if (oneIn(15)) {
      append(query, encode(pick(ODD)) + (random.nextBoolean() ? "=" + pick(BROKEN) : ""));
    }
    if (oneIn(200)) {
      append(query, "q=" + "z".repeat(random.nextInt(70_000)));
    }
    return query.toString();
  }

  private static void append(StringBuilder query, String part) {
    query.append(query.isEmpty() ? '?' : '&').append(part);
  }

  private String value(Parameter parameter) {
    int kind = random.nextInt(10);
    if (kind < 6) {
      return encode(pick(parameter.choices()));
    }
    return kind < 9 ? encode(pick(ODD)) : pick(parameter.choices()) + pick(BROKEN);
  }

  /** Makes a path of another. */
  private String bend(String path) {
    int at = random.nextInt(path.length());
    return switch (random.nextInt(9)) {
      case 0 -> path + '/';
      case 1 -> path.substring(0, at) + pick(BROKEN) + path.substring(at);
      case 2 -> path.replaceFirst("/", "//");
      case 3 -> path.toUpperCase(Locale.ROOT);
      case 4 -> path.substring(0, at);
      case 5 -> path + "/../.." + path;
      case 6 -> path + ";v=" + encode(pick(ODD));
      case 7 -> "http://other.example" + path;
      default -> path + '/' + encode(pick(ODD));
    };
  }

  /** A question, mostly with one part of it made odd. */
  private String question(String example) {
    var parts = new ArrayList<>(List.of(example.split("(?<=[:,\\[{])|(?=[,\\]}:])")));
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(parts.size());
      switch (random.nextInt(4)) {
        case 0 -> parts.set(at, "");
        case 1 -> parts.set(at, pick(ODD));
        case 2 -> parts.set(at, '"' + pick(ODD) + '"');
        default -> parts.add(at, pick(parts));
      }
    }
    return String.join("", parts);
  }

  private Made request(String method, String target, String question) {
    String version = oneIn(40) ? pick(VERSIONS) : "HTTP/1.1";
    var text = new StringBuilder(method).append(' ').append(target).append(' ').append(version);
    text.append("\r\n");
    if (!oneIn(40)) {
      text.append("Host: radar.example\r\n");
    }
    for (int i = oneIn(3) ? 1 + random.nextInt(3) : 0; i > 0; i--) {
      text.append(pick(FIELDS)).append("\r\n");
    }
    return new Made(method, text + (question.isEmpty() || oneIn(8) ? body() : asked(question)));
  }

  private String asked(String question) {
    // Each character is one byte.
    String bytes =
        new String(question.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return "Content-Type: application/json\r\nContent-Length: "
        + bytes.length()
        + "\r\n\r\n"
        + bytes;
  }

  private String body() {
    if (!oneIn(8)) {
      return "\r\n";
    }
    String body = pick(BODIES);
    return switch (random.nextInt(5)) {
      case 0 ->
          "Transfer-Encoding: chunked\r\n\r\n"
              + Integer.toHexString(body.length())
              + "\r\n"
              + body
              + "\r\n0\r\n\r\n";
      case 1 -> NO_CHUNK + body;
      case 2 -> "Content-Length: -5\r\n\r\n";
      case 3 -> "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd";
      default -> "Content-Length: " + body.length() + "\r\n\r\n" + body;
    };
  }

  /** In percent codes, as a browser sends it. */
  private static String encode(String text) {
    var encoded = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = one > 0 && (Character.isLetterOrDigit(one) || "-_.~,:".indexOf(one) >= 0);
      encoded.append(plain ? String.valueOf((char) one) : "%%%02X".formatted(one & 0xff));
    }
    return encoded.toString();
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
