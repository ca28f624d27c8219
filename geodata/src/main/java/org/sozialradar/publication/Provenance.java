package org.sozialradar.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.release.SurveyWave;

/** Finds what rests on a wave by what method documents say of their inputs. */
final class Provenance {
  private final String survey;
  private final ReferencePeriod wave;
  private final Set<MethodDocument> found = new LinkedHashSet<>();

  /** Indicators and data sets with periods that rest on the wave. */
  private final Set<Source> sources = new HashSet<>();

  /** An indicator or a data set with a period. */
  private record Source(String id, boolean dataset, String period) {}

  Provenance(String survey, ReferencePeriod wave) {
    this.survey = survey;
    this.wave = wave;
  }

  /** Follows the documents until nothing more is found. */
  void follow(List<MethodDocument> documents) {
    boolean more = true;
    while (more) {
      more = false;
      for (var document : documents) {
        if (!found.contains(document) && rests(document)) {
          found.add(document);
          String period = document.period().id();
          sources.add(new Source(document.indicatorId(), false, period));
          sources.add(new Source(document.datasetId(), true, period));
          more = true;
        }
      }
    }
  }

  /** The documents of what rests on the wave. */
  Set<MethodDocument> found() {
    return found;
  }

  /** Whether a result of a period rests on the wave. */
  boolean holds(String indicator, ReferencePeriod period) {
    return sources.contains(new Source(indicator, false, period.id()));
  }

  private boolean rests(MethodDocument document) {
    if (document.kind() == MethodDocument.Kind.SURVEY) {
      return document.datasetId().equals(survey) && document.period().equals(wave);
    }
    // What is erased with a data set and period goes as a whole.
    if (sources.contains(new Source(document.datasetId(), true, document.period().id()))) {
      return true;
    }
    var json = parse(document);
    boolean ofTheWave =
        json.path("survey").asText().equals(survey) && json.path("wave").asText().equals(wave.id());
    return ofTheWave
        || restsOn(json.path("benchmark"), "weights")
        || restsOn(json.path("weights"), "indicator")
        || anyRests(json.path("covariates"))
        || anyRests(json.path("inputs"));
  }

  /** The wave that the document of a model names. */
  static Optional<SurveyWave> findWave(MethodDocument document) {
    var json = parse(document);
    String survey = json.path("survey").asText();
    String wave = json.path("wave").asText();
    return survey.isBlank() || wave.isBlank()
        ? Optional.empty()
        : Optional.of(new SurveyWave(survey, wave));
  }

  private boolean anyRests(JsonNode inputs) {
    for (var input : inputs) {
      if (restsOn(input, "indicator")) {
        return true;
      }
    }
    return false;
  }

  private boolean restsOn(JsonNode input, String key) {
    String period = input.path("period").asText();
    if (sources.contains(new Source(input.path(key).asText(), false, period))) {
      return true;
    }
    for (var dataset : input.path("datasets")) {
      if (sources.contains(new Source(dataset.asText(), true, period))) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode parse(MethodDocument document) {
    try {
      return Json.MAPPER.readTree(document.json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "the method document of " + document.indicatorId() + " is damaged", e);
    }
  }
}
