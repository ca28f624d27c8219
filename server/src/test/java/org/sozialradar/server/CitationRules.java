package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * What the schema of the Citation File Format 1.2.0 demands of the parts that we write: what must
 * be there, what may be, types and patterns, and that no item of a list stands there twice.
 */
final class CitationRules {
  private static final Set<String> MAY =
      Set.of(
          "cff-version",
          "type",
          "title",
          "message",
          "authors",
          "version",
          "date-released",
          "url",
          "references");
  private static final Set<String> REFERENCE_MAY =
      Set.of("type", "title", "authors", "version", "notes", "license-url", "url");

  private CitationRules() {}

  /** The file, which follows the format. */
  static JsonNode check(byte[] file) throws IOException {
    var cff = new YAMLMapper().readTree(file);
    assertThat(cff.fieldNames()).toIterable().isSubsetOf(MAY);
    assertThat(cff.get("cff-version").asText()).isEqualTo("1.2.0");
    assertThat(cff.path("type").asText()).isEqualTo("dataset");
    for (var name : Set.of("title", "message", "version")) {
      text(cff.get(name), name);
    }
    assertThat(cff.get("date-released").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
    address(cff, "url");
    authors(cff.get("authors"));
    distinct(cff.path("references"));
    cff.path("references").forEach(CitationRules::reference);
    return cff;
  }

  private static void reference(JsonNode one) {
    assertThat(one.fieldNames()).toIterable().isSubsetOf(REFERENCE_MAY);
    assertThat(one.get("type").asText()).isEqualTo("data");
    for (var name : Set.of("title", "version", "notes")) {
      text(one.get(name), name);
    }
    address(one, "url");
    address(one, "license-url");
    authors(one.get("authors"));
  }

  /** Offices and the like: entities, which have a name. */
  private static void authors(JsonNode authors) {
    assertThat(authors.isArray()).isTrue();
    assertThat(authors).isNotEmpty();
    distinct(authors);
    for (var author : authors) {
      assertThat(author.fieldNames()).toIterable().containsExactly("name");
      text(author.get("name"), "name");
    }
  }

  private static void distinct(JsonNode list) {
    var seen = new HashSet<JsonNode>();
    list.forEach(one -> assertThat(seen.add(one)).as("twice: " + one).isTrue());
  }

  private static void text(JsonNode node, String name) {
    assertThat(node.isTextual()).as(name).isTrue();
    assertThat(node.asText()).as(name).isNotBlank();
  }

  private static void address(JsonNode holder, String name) {
    if (holder.has(name)) {
      assertThat(holder.get(name).asText()).as(name).matches("(https|http|ftp|sftp)://.+");
    }
  }
}
