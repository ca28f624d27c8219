package org.sozialradar.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds out which manifests, and which of their resources, the given files mean. */
final class ImportPlan {
  static final String MANIFEST_NAME = "datapackage.json";
  static final IssueType NO_INPUT =
      IssueType.error(
          "input-not-found", "Die Datei %s gibt es nicht.", "The file %s does not exist.");
  static final IssueType FOLDER =
      IssueType.error(
          "no-manifest-in-folder",
          "Im Ordner %s liegt keine datapackage.json; bitte ein Manifest oder eine Datei angeben.",
          "The folder %s holds no datapackage.json; please name a manifest or a file.");
  static final IssueType UNDESCRIBED =
      IssueType.error(
          "no-manifest",
          "Kein Manifest beschreibt die Datei „%s“: weder eine datapackage.json neben ihr noch ein"
              + " mitgeliefertes Manifest.",
          "No manifest describes the file '%s': neither a datapackage.json beside it nor a shipped"
              + " manifest.");
  static final IssueType SEVERAL =
      IssueType.error(
          "several-manifests",
          "Mehrere Manifeste beschreiben die Datei „%s“; bitte eines davon angeben: %s",
          "Several manifests describe the file '%s'; please name one of them: %s");

  /**
   * A part of the plan.
   *
   * @param input the file that was given
   * @param manifest path of the manifest
   * @param resources files of the manifest that are meant, with their places; empty means all
   */
  record Part(Path input, Path manifest, Map<String, Path> resources) {
    Part {
      resources = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(resources));
    }
  }

  private final ManifestReader reader;
  private final List<Path> manifestFolders;

  ImportPlan(ManifestReader reader, List<Path> manifestFolders) {
    this.reader = reader;
    this.manifestFolders = List.copyOf(manifestFolders);
  }

  /**
   * The part that a given file means.
   *
   * @throws InputRejectedException if it is not there or no manifest describes it
   */
  Part partOf(Path input) {
    if (Files.isDirectory(input)) {
      return partOfFolder(input);
    }
    if (!Files.isRegularFile(input)) {
      throw new InputRejectedException(NO_INPUT.issue(input));
    }
    if (isManifest(input)) {
      return new Part(input, input, Map.of());
    }
    String name = input.getFileName().toString();
    return new Part(input, manifestOf(input.toAbsolutePath(), name), Map.of(name, input));
  }

  private static Part partOfFolder(Path folder) {
    var manifest = folder.resolve(MANIFEST_NAME);
    if (!Files.isRegularFile(manifest)) {
      throw new InputRejectedException(FOLDER.issue(folder));
    }
    return new Part(folder, manifest, Map.of());
  }

  private Path manifestOf(Path input, String name) {
    var beside = input.resolveSibling(MANIFEST_NAME);
    if (Files.isRegularFile(beside) && names(beside, name)) {
      return beside;
    }
    var found = new TreeSet<Path>();
    manifestFolders.forEach(folder -> found.addAll(manifestsIn(folder)));
    found.removeIf(manifest -> !names(manifest, name));
    if (found.size() > 1) {
      String all = String.join(", ", found.stream().map(Path::toString).toList());
      throw new InputRejectedException(SEVERAL.at(IssuePlace.ofFile(name), "", name, all));
    }
    if (found.isEmpty()) {
      throw new InputRejectedException(UNDESCRIBED.at(IssuePlace.ofFile(name), "", name));
    }
    return found.first();
  }

  private boolean names(Path manifest, String file) {
    return reader.read(manifest).resources().stream()
        .anyMatch(resource -> resource.fileName().equals(file));
  }

  private static Set<Path> manifestsIn(Path folder) {
    try (Stream<Path> files = Files.find(folder, 2, (file, facts) -> isManifestName(file))) {
      return new TreeSet<>(files.toList());
    } catch (IOException | UncheckedIOException e) {
      throw new InputRejectedException(NO_INPUT.issue(folder), e);
    }
  }

  static boolean isManifestName(Path file) {
    String name = file.getFileName().toString();
    return name.equals(MANIFEST_NAME) || name.endsWith("." + MANIFEST_NAME);
  }

  /** A manifest has a manifest's name, or is a JSON object with resources, as GeoJSON is not. */
  private static boolean isManifest(Path file) {
    return isManifestName(file)
        || (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json")
            && hasResources(file));
  }

  private static boolean hasResources(Path file) {
    try (var parser = new JsonFactory().createParser(file.toFile())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        if (key.equals("resources") || key.equals("type") || key.equals("features")) {
          return key.equals("resources");
        }
        parser.nextToken();
        parser.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }
}
