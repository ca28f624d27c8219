package org.sozialradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sozialradar.SharedData;

/** The shipped manifests and their schema fit what the importers read. */
class ShippedManifestsTest {
  private static final Path FOLDER = SharedData.projectRoot().resolve("scripts/manifests");

  private static List<ResourceImporter<?>> importers() {
    var all = new ArrayList<ResourceImporter<?>>();
    ServiceLoader.load(ResourceImporter.class).forEach(all::add);
    return all;
  }

  private static List<Path> manifests() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".datapackage.json")).sorted().toList();
    }
  }

  private static JsonNode schema() throws IOException {
    return new ObjectMapper().readTree(FOLDER.resolve("manifest.schema.json").toFile());
  }

  @Test
  void everyManifestCanBeReadAndIsNamedAfterItsPackage() throws IOException {
    var reader = new ManifestReader(importers(), ImportLimits.STANDARD);
    assertThat(manifests()).hasSizeGreaterThan(10);
    for (var file : manifests()) {
      assertThat(file.getFileName().toString())
          .isEqualTo(reader.read(file).name() + ".datapackage.json");
    }
  }

  @Test
  void theReadmeListsEveryManifest() throws IOException {
    String text = Files.readString(FOLDER.resolve("README.md"));
    for (var file : manifests()) {
      String name = file.getFileName().toString().replace(".datapackage.json", "");
      assertThat(text).contains("| `" + name + "` |");
    }
  }

  @Test
  void theSchemaHasEveryKindWithItsKeys() throws IOException {
    var definitions = schema().get("$defs");
    for (var importer : importers()) {
      var kind = definitions.get(importer.kind());
      assertThat(kind).as(importer.kind()).isNotNull();
      var keys = keysOf(importer.settingsType());
      keys.add("kind");
      assertThat(namesOf(kind.get("properties"))).as(importer.kind()).isEqualTo(keys);
    }
  }

  @Test
  void theSchemaHasTheKeysOfPackagesIndicatorsAndFields() throws IOException {
    var definitions = schema().get("$defs");
    assertThat(namesOf(definitions.get("package").get("properties")))
        .isEqualTo(keysOf(PackageSettings.class));
    assertThat(namesOf(definitions.get("indicator").get("properties")))
        .isEqualTo(keysOf(IndicatorDeclaration.class));
    assertThat(namesOf(definitions.get("field").get("properties").get("radar").get("properties")))
        .isEqualTo(keysOf(FieldSettings.class));
    assertThat(namesOf(definitions.get("resource").get("properties")))
        .isEqualTo(keysOf(ManifestResource.class));
  }

  private static Set<String> namesOf(JsonNode properties) {
    var names = new TreeSet<String>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> keysOf(Class<?> record) {
    var keys = new TreeSet<String>();
    for (RecordComponent component : record.getRecordComponents()) {
      var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
      keys.add(renamed == null ? component.getName() : renamed.value());
    }
    return keys;
  }
}
