package org.sozialradar.server.comparisons;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.MethodDocument.Kind;
import org.sozialradar.server.snapshot.AreaEntry;

/**
 * How far the errors of two values of one indicator go together, as far as their method tells: none
 * where they share neither respondents nor a model.
 */
final class Dependence {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Errors that are opposed make the widest interval. */
  private static final double UNKNOWN = -1;

  private final Subject subject;
  private final Optional<Kind> kind;
  private final JsonNode document;
  private final Optional<ModelErrors> errors;

  private Dependence(Subject subject, Optional<MethodDocument> method) {
    this.subject = subject;
    kind = method.map(MethodDocument::kind);
    document = method.map(Dependence::read).orElseGet(MAPPER::createObjectNode);
    errors =
        kind.filter(Kind.MODEL::equals).isPresent() && document.has("errors")
            ? Optional.of(new ModelErrors(subject, document))
            : Optional.empty();
  }

  static Dependence of(Subject subject) {
    return new Dependence(subject, subject.findMethod());
  }

  private static JsonNode read(MethodDocument method) {
    try {
      return MAPPER.readTree(method.json());
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException(
          "the method document of " + method.indicatorId() + " is no JSON", malformed);
    }
  }

  /**
   * What values of the subject's indicator share: {@code none}, {@code same-respondents} (the
   * correlation is known), {@code part-of-whole} (it is not, and counts as 0), {@code same-model}
   * (known), {@code same-model-unknown} (the interval holds for any).
   */
  String label(Others others) {
    if (isModelled()) {
      boolean known = others.areas().stream().allMatch(other -> findOfModel(other).isPresent());
      return known ? "same-model" : "same-model-unknown";
    }
    if (!others.isPartOrWhole()) {
      return "none";
    }
    return document.has("shared") ? "same-respondents" : "part-of-whole";
  }

  /** The least correlation of the errors of the subject's value and another one. */
  double correlation(AreaEntry other) {
    return isModelled() ? findOfModel(other).orElse(UNKNOWN) : ofRespondents(other);
  }

  private Optional<Double> findOfModel(AreaEntry other) {
    return errors.flatMap(known -> known.findCorrelation(subject.area(), other));
  }

  /** Whether the value is predicted, or an index that rests on predictions. */
  private boolean isModelled() {
    return kind.filter(Kind.MODEL::equals).isPresent()
        || (kind.filter(Kind.INDEX::equals).isPresent() && restsOnModels(document));
  }

  private boolean restsOnModels(JsonNode index) {
    var results = subject.snapshot().results();
    for (var input : index.path("inputs")) {
      var method = results.findNewest(input.path("indicator").asText());
      if (method.filter(one -> one.kind() == Kind.MODEL).isPresent()
          || method.filter(one -> one.kind() == Kind.INDEX).map(Dependence::read).stream()
              .anyMatch(this::restsOnModels)) {
        return true;
      }
    }
    return false;
  }

  private double ofRespondents(AreaEntry other) {
    var own = subject.area();
    boolean within = other.code().equals(own.ancestors().get(other.level()));
    var part = within ? own : other;
    var whole = within ? other : own;
    return whole.code().equals(part.ancestors().get(whole.level()))
        ? document
            .path("shared")
            .path(part.level())
            .path(whole.level())
            .path(part.code().value())
            .asDouble(0)
        : 0;
  }
}
