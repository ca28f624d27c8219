package org.sozialradar.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.SourceFile;

/**
 * The data packages of the sample, as resources of this module. They are imported like any other
 * data package: copied to a folder, then given to the importer in order. The files of the invented
 * survey come beside them, see {@link #copySurveyTo}. Stateless and safe for use by many threads.
 */
public final class BundledSample {
  /** Folders of the data packages in the order of import: each may build on those before it. */
  private static final List<String> FOLDERS =
      List.of("boundaries", "network", "quarters", "indicators", "layers");

  private static final String MANIFEST = "datapackage.json";

  private static final String SURVEY = "survey";
  private static final List<String> MODELS = List.of("model_support.yaml", "model_social.yaml");
  private static final List<String> INDICES =
      List.of("index_disadvantage.yaml", "index_social_capital.yaml");

  private BundledSample() {}

  /** Ids of the data sets that the sample becomes, in the order of import. */
  public static List<String> datasetIds() {
    return FOLDERS.stream().map(folder -> manifest(folder).get("name").asText()).toList();
  }

  /**
   * Copies the data packages.
   *
   * @param directory an existing folder
   * @return their manifests in the order of import
   * @throws IOException if the copy fails
   */
  public static List<Path> copyTo(Path directory) throws IOException {
    var manifests = new ArrayList<Path>();
    for (var folder : FOLDERS) {
      var target = Files.createDirectories(directory.resolve(folder));
      for (var name : fileNames(folder)) {
        Files.write(target.resolve(name), bytes(folder, name));
      }
      manifests.add(target.resolve(MANIFEST));
    }
    return List.copyOf(manifests);
  }

  /**
   * Copies the files of the invented survey.
   *
   * @param directory an existing folder
   * @return the copies, in the order of their use
   * @throws IOException if the copy fails
   */
  public static BundledSurvey copySurveyTo(Path directory) throws IOException {
    var target = Files.createDirectories(directory.resolve(SURVEY));
    var questionnaire = copySurveyFile("questionnaire.yaml", target);
    var waves = new ArrayList<BundledSurvey.Answers>();
    for (int wave : SurveyGround.WAVES) {
      var file = copySurveyFile("answers_" + wave + ".csv.gz", target);
      waves.add(new BundledSurvey.Answers(wave, file));
    }
    return new BundledSurvey(
        questionnaire, waves, copySurveyFiles(MODELS, target), copySurveyFiles(INDICES, target));
  }

  private static List<Path> copySurveyFiles(List<String> names, Path target) throws IOException {
    var copies = new ArrayList<Path>();
    for (var name : names) {
      copies.add(copySurveyFile(name, target));
    }
    return copies;
  }

  private static Path copySurveyFile(String name, Path target) throws IOException {
    return Files.write(target.resolve(name), bytes(SURVEY, name));
  }

  /**
   * Whether data sets hold the sample of this version of the program: all its packages, imported
   * from the very same files and manifests.
   */
  public static boolean isIn(Collection<Dataset> datasets) {
    return FOLDERS.stream()
        .allMatch(folder -> datasets.stream().anyMatch(dataset -> isPackage(folder, dataset)));
  }

  private static boolean isPackage(String folder, Dataset dataset) {
    return dataset.id().equals(manifest(folder).get("name").asText())
        && new HashSet<>(dataset.files()).equals(sourceFiles(folder));
  }

  private static Set<SourceFile> sourceFiles(String folder) {
    var files = new HashSet<SourceFile>();
    for (var name : fileNames(folder)) {
      byte[] bytes = bytes(folder, name);
      files.add(new SourceFile(name, DigestUtils.sha256Hex(bytes), bytes.length));
    }
    return files;
  }

  private static Set<String> fileNames(String folder) {
    var names = new TreeSet<>(Set.of(MANIFEST));
    manifest(folder).get("resources").forEach(resource -> names.add(resource.get("path").asText()));
    return names;
  }

  private static JsonNode manifest(String folder) {
    try {
      return new ObjectMapper().readTree(bytes(folder, MANIFEST));
    } catch (IOException e) {
      throw new UncheckedIOException("the manifest of the sample is no JSON", e);
    }
  }

  private static byte[] bytes(String folder, String name) {
    String path = "/sample/" + folder + "/" + name;
    try (InputStream in = BundledSample.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + path, e);
    }
  }
}
