package org.sozialradar.composite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.sozialradar.area.AreaCode;

/** R's data set attitude (Chatterjee and Price 1977): 30 departments, 7 variables. */
final class Attitude {
  private static final List<String> LINES = lines();

  private Attitude() {}

  private static List<String> lines() {
    try (var file = Attitude.class.getResourceAsStream("attitude.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> names() {
    return List.of(LINES.get(0).split(",", -1));
  }

  static double[] column(String name) {
    int column = names().indexOf(name);
    return LINES.stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
        .toArray();
  }

  static List<AreaCode> codes() {
    return IntStream.rangeClosed(1, 30).mapToObj(i -> new AreaCode("" + i)).toList();
  }

  static IndexInput input() {
    var builder = IndexInput.builder(codes());
    names().forEach(name -> builder.column(name, column(name)));
    return builder.build();
  }
}
