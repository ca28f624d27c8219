package org.sozialradar.ingest.definition;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.JsonPlace;
import org.sozialradar.publication.ModelDefinition;
import org.sozialradar.publication.ModelDefinition.Benchmark;
import org.sozialradar.publication.ModelDefinition.Covariate;

/**
 * Reads a model; its form is told in {@code model.schema.json} in the resources and in {@code
 * docs/models.md}.
 */
public final class ModelFile {
  private final byte[] yaml;
  private final String file;
  private final ModelDocument document;

  private ModelFile(byte[] yaml, String file) {
    this.yaml = yaml;
    this.file = file;
    document = DefinitionReader.read(yaml, file, ModelDocument.class);
  }

  /**
   * Reads the file.
   *
   * @throws InputRejectedException with line and path, if it cannot be read or is not right
   */
  public static ModelDefinition read(Path path) {
    return read(DefinitionBytes.of(path), path.getFileName().toString());
  }

  /**
   * Reads a model from memory.
   *
   * @param file name for messages
   * @throws InputRejectedException with line and path, if it is not right
   */
  public static ModelDefinition read(byte[] yaml, String file) {
    return new ModelFile(yaml, file).definition();
  }

  private ModelDefinition definition() {
    return new ModelDefinition(
        document.id(),
        document.title(),
        document.description(),
        document.survey(),
        period(document.wave(), List.of("wave")),
        document.outcomes(),
        covariates(),
        Optional.ofNullable(document.benchmark())
            .map(one -> new Benchmark(one.level(), one.weights())),
        Optional.ofNullable(document.weights()),
        document.seed(),
        DigestUtils.sha256Hex(yaml));
  }

  private List<Covariate> covariates() {
    var entries = document.covariates();
    return java.util.stream.IntStream.range(0, entries.size())
        .mapToObj(
            i ->
                new Covariate(
                    entries.get(i).indicator(),
                    Optional.ofNullable(entries.get(i).period())
                        .map(
                            text ->
                                period(
                                    text, List.of("covariates", Integer.toString(i), "period")))))
        .toList();
  }

  private ReferencePeriod period(String text, List<String> path) {
    try {
      return new ReferencePeriod(text);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw DefinitionReader.invalid(
          new JsonPlace(path),
          new LocalizedText(
              "„" + text + "“ ist kein Jahr und kein Tag", "'" + text + "' is no year and no day"),
          yaml,
          file);
    }
  }
}
