package org.sozialradar.ingest.definition;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.InvalidSettingException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.IssueType;
import org.sozialradar.ingest.JsonPlace;
import org.sozialradar.ingest.LocalizedTextDeserializer;
import org.sozialradar.ingest.UnfitValue;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads definitions from YAML: UTF-8, at most {@value DefinitionBytes#MOST} bytes, no aliases (so
 * that a small file cannot unfold to a large one), keys with hyphens, none unknown, none twice.
 * Safe for use by many threads.
 */
final class DefinitionReader {
  private static final int DEEPEST = 30;

  static final IssueType NOT_YAML =
      IssueType.error(
          "definition-not-yaml",
          "Die Datei ist kein gültiges YAML: %s",
          "The file is not valid YAML: %s");
  static final IssueType UNKNOWN_KEY =
      IssueType.error(
          "definition-unknown-key",
          "Unter „%s“ steht ein unbekannter Schlüssel „%s“.",
          "There is an unknown key '%2$s' under '%1$s'.");
  static final IssueType INVALID =
      IssueType.error(
          "definition-invalid",
          "Unter „%s“ stimmt etwas nicht: %s",
          "Something is not right under '%s': %s");

  /** Says nothing of the file itself: it may be one of answers, named by mistake. */
  private static final LocalizedText NO_DEFINITION =
      new LocalizedText(
          "die Datei hat keine Schlüssel mit Werten, wie sie eine Definition hat",
          "the file has no keys with values as a definition has them");

  private static final YAMLFactory FORMAT = format();
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder(FORMAT)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
          .addModule(
              new SimpleModule()
                  .addDeserializer(LocalizedText.class, new LocalizedTextDeserializer()))
          .build();

  private DefinitionReader() {}

  private static YAMLFactory format() {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(DefinitionBytes.MOST);
    return YAMLFactory.builder()
        .loaderOptions(options)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
        .build();
  }

  /**
   * Reads a definition.
   *
   * @param file name of the file, for messages
   * @throws InputRejectedException with line and path, if it is not right
   */
  static <T> T read(byte[] yaml, String file, Class<T> type) {
    try {
      return MAPPER.readValue(yaml, type);
    } catch (UnrecognizedPropertyException e) {
      var path = JsonPlace.of(e.getPath());
      String key = e.getPropertyName();
      throw new InputRejectedException(
          UNKNOWN_KEY.at(place(path, yaml, file), key, path.parent().text(), key), e);
    } catch (JsonMappingException e) {
      throw rejection(e, yaml, file);
    } catch (JsonProcessingException e) {
      throw notYaml(e, file);
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
  }

  private static InputRejectedException rejection(
      JsonMappingException e, byte[] yaml, String file) {
    if (e.getCause() instanceof JsonParseException syntax) {
      return notYaml(syntax, file);
    }
    var path = JsonPlace.of(e.getPath());
    boolean isOther = path.steps().isEmpty() && !(e.getCause() instanceof InvalidSettingException);
    return invalid(path, isOther ? NO_DEFINITION : UnfitValue.describe(e), yaml, file);
  }

  /**
   * The rejection of what stands at a path.
   *
   * @param reason a {@link LocalizedText}, or a text for both languages
   */
  static InputRejectedException invalid(JsonPlace path, Object reason, byte[] yaml, String file) {
    return new InputRejectedException(INVALID.at(place(path, yaml, file), "", path.text(), reason));
  }

  /** Where a path stands; of what is missing, where it should be. */
  static IssuePlace place(JsonPlace path, byte[] yaml, String file) {
    var found = path;
    int line = found.lineIn(FORMAT, yaml, 0);
    while (line == 0 && !found.steps().isEmpty()) {
      found = found.parent();
      line = found.lineIn(FORMAT, yaml, 0);
    }
    return new IssuePlace(file, line, path.text());
  }

  private static InputRejectedException notYaml(JsonProcessingException e, String file) {
    String first = e.getOriginalMessage().lines().findFirst().orElse("");
    return new InputRejectedException(NOT_YAML.at(IssuePlace.ofRow(file, line(e)), "", first), e);
  }

  /** The line of the fault itself, where the reader of YAML tells it; else of the last token. */
  private static long line(JsonProcessingException e) {
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      return marked.getProblemMark().getLine() + 1L;
    }
    JsonLocation location = e.getLocation();
    return location == null ? 0 : location.getLineNr();
  }
}
