package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The figures of a server at one moment.
 *
 * @param series values by name with labels, as Prometheus reads them
 */
record Figures(Map<String, Double> series) {
  private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][^{ ]*(?:\\{.*})?) (\\S+)");

  Figures {
    series = Map.copyOf(series);
  }

  static Figures of(TestServer server) throws Exception {
    var response = server.get("/metrics");
    assertThat(response.statusCode()).isEqualTo(200);
    return of(new String(response.body(), StandardCharsets.UTF_8));
  }

  private static Figures of(String text) {
    var series = new TreeMap<String, Double>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              var matcher = LINE.matcher(line);
              assertThat(matcher.matches()).as(line).isTrue();
              series.put(
                  matcher.group(1).replace(",}", "}"),
                  Double.valueOf(matcher.group(2).replace("+Inf", "Infinity")));
            });
    return new Figures(series);
  }

  /** Waits for figures that are written down a moment after the answer. */
  static Figures await(TestServer server, Predicate<Figures> condition) throws Exception {
    long end = System.nanoTime() + 300_000_000_000L;
    for (var figures = of(server); ; figures = of(server)) {
      if (condition.test(figures) || System.nanoTime() > end) {
        return figures;
      }
      Thread.sleep(20);
    }
  }

  /** One figure; 0 if it is not there yet. */
  double get(String name) {
    return series.getOrDefault(name, 0.0);
  }

  boolean has(String name) {
    return series.keySet().stream().anyMatch(one -> one.equals(name) || one.startsWith(name + "{"));
  }

  /** All values that a label has. */
  Set<String> labels(String name, String label) {
    var pattern = Pattern.compile(Pattern.quote(name) + "\\{(?:.*,)?" + label + "=\"([^\"]*)\".*");
    var values = new TreeSet<String>();
    for (var one : series.keySet()) {
      var matcher = pattern.matcher(one);
      if (matcher.matches()) {
        values.add(matcher.group(1));
      }
    }
    return values;
  }
}
