package org.sozialradar.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.sozialradar.dataset.LocalizedText;

/** Reads manifests. What is wrong is rejected with line and path. Safe for use by many threads. */
public final class ManifestReader {
  static final IssueType NOT_JSON =
      IssueType.error(
          "manifest-not-json",
          "Das Manifest ist kein gültiges JSON: %s",
          "The manifest is not valid JSON: %s");
  static final IssueType UNKNOWN_KEY =
      IssueType.error(
          "manifest-unknown-key",
          "Das Manifest hat unter „%s“ einen unbekannten Schlüssel „%s“.",
          "The manifest has an unknown key '%2$s' under '%1$s'.");
  static final IssueType UNKNOWN_KIND =
      IssueType.error(
          "manifest-unknown-kind",
          "Das Manifest nennt unter „%s“ keine bekannte Art (kind): „%s“.",
          "The manifest names no known kind under '%s': '%s'.");
  static final IssueType INVALID =
      IssueType.error(
          "manifest-invalid",
          "Das Manifest ist unter „%s“ nicht richtig: %s",
          "The manifest is not right under '%s': %s");
  static final IssueType TOO_LARGE =
      IssueType.error(
          "manifest-too-large",
          "Das Manifest ist größer als erlaubt (%s Byte).",
          "The manifest is larger than allowed (%s bytes).");
  static final IssueType MISSING =
      IssueType.error(
          "manifest-unreadable",
          "Das Manifest lässt sich nicht lesen: %s",
          "The manifest cannot be read: %s");

  private final ObjectMapper mapper;
  private final ImportLimits limits;

  public ManifestReader(Collection<ResourceImporter<?>> importers, ImportLimits limits) {
    this.limits = limits;
    var factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxStringLength(limits.cellCharacters())
                    .build())
            .build();
    mapper =
        JsonMapper.builder(factory)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addModule(new JavaTimeModule())
            .addModule(
                new SimpleModule()
                    .addDeserializer(LocalizedText.class, new LocalizedTextDeserializer()))
            .build();
    for (var importer : importers) {
      mapper.registerSubtypes(new NamedType(importer.settingsType(), importer.kind()));
    }
  }

  /**
   * Reads a manifest.
   *
   * @throws InputRejectedException if it cannot be read or is not right
   */
  public Manifest read(Path path) {
    String file = path.getFileName().toString();
    byte[] json;
    try {
      if (Files.size(path) > limits.manifestBytes()) {
        throw new InputRejectedException(
            TOO_LARGE.at(IssuePlace.ofFile(file), "", limits.manifestBytes()));
      }
      json = Files.readAllBytes(path);
    } catch (IOException e) {
      throw new InputRejectedException(
          MISSING.at(IssuePlace.ofFile(file), "", String.valueOf(e.getMessage())), e);
    }
    return read(json, file);
  }

  Manifest read(byte[] json, String file) {
    try {
      return mapper.readValue(json, Manifest.class);
    } catch (JsonMappingException e) {
      throw rejection(e, json, file);
    } catch (JsonProcessingException e) {
      throw notJson(e, file);
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
  }

  private static InputRejectedException notJson(JsonProcessingException e, String file) {
    var location = e.getLocation();
    long line = location == null ? 0 : location.getLineNr();
    return new InputRejectedException(
        NOT_JSON.at(IssuePlace.ofRow(file, line), "", e.getOriginalMessage()), e);
  }

  private static InputRejectedException rejection(
      JsonMappingException e, byte[] json, String file) {
    if (e.getCause() instanceof JsonProcessingException cause
        && !(cause instanceof JsonMappingException)) {
      return notJson(cause, file);
    }
    var path = JsonPlace.of(e.getPath());
    var place = new IssuePlace(file, path.lineIn(json, lineOf(e.getLocation())), path.text());
    if (e instanceof UnrecognizedPropertyException unknown) {
      String key = unknown.getPropertyName();
      return new InputRejectedException(UNKNOWN_KEY.at(place, key, path.parent().text(), key), e);
    }
    if (e instanceof InvalidTypeIdException kind) {
      String id = String.valueOf(kind.getTypeId());
      return new InputRejectedException(UNKNOWN_KIND.at(place, id, path.text(), id), e);
    }
    return new InputRejectedException(
        INVALID.at(place, "", path.text(), UnfitValue.describe(e)), e);
  }

  private static int lineOf(JsonLocation location) {
    return location == null ? 0 : location.getLineNr();
  }
}
