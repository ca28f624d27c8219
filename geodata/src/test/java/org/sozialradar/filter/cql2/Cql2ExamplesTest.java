package org.sozialradar.filter.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sozialradar.SharedData;
import org.sozialradar.filter.Expression;
import org.sozialradar.filter.InvalidFilterException;

/** The examples that come with the standard (OGC 21-065r2). */
class Cql2ExamplesTest {
  @Test
  void everyTextIsRead() throws IOException {
    assertThat(trees("text")).hasSizeGreaterThan(100);
  }

  @Test
  void everyDocumentIsRead() throws IOException {
    assertThat(trees("json")).hasSizeGreaterThan(100);
  }

  /** What is written in both ways has one meaning. */
  @Test
  void textAndJsonMakeTheSameTree() throws IOException {
    var text = trees("text");
    var json = trees("json");
    json.forEach(
        (name, tree) -> {
          if (text.containsKey(name)) {
            assertThat(text.get(name)).as(name).isEqualTo(tree);
          }
        });
  }

  private static Map<String, Expression> trees(String form) throws IOException {
    var trees = new TreeMap<String, Expression>();
    for (var file : files(form)) {
      String name = file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
      String filter = Files.readString(file);
      assertThat(trees.put(name, named(name, form, filter))).isNull();
    }
    return trees;
  }

  private static Expression named(String name, String form, String filter) {
    try {
      return parse(form, filter);
    } catch (InvalidFilterException e) {
      throw new AssertionError(name + ": " + filter, e);
    }
  }

  private static Expression parse(String form, String filter) {
    return form.equals("text") ? Cql2Text.parse(filter) : Cql2Json.parse(filter);
  }

  private static List<Path> files(String form) throws IOException {
    var folder =
        SharedData.require()
            .resolveSibling("refs")
            .resolve("cql2")
            .resolve("examples")
            .resolve(form);
    String extension = form.equals("text") ? ".txt" : ".json";
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(extension)).sorted().toList();
    }
  }
}
