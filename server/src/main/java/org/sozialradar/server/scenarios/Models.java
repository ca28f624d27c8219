package org.sozialradar.server.scenarios;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.publication.PublishedModel;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * The models of each snapshot, each read once however many ask at once. They go with their
 * snapshot, and so when something is erased. Safe for use by many threads.
 */
final class Models {
  private final Cache<Snapshot, Cache<String, Optional<PublishedModel>>> models =
      Caffeine.newBuilder().weakKeys().build();

  /**
   * The model that a request asks about.
   *
   * @throws ProblemException if there is none
   */
  PublishedModel get(Snapshot snapshot, ScenarioRequest request) {
    var document = document(snapshot, request);
    String key = document.indicatorId() + "/" + document.period();
    return models
        .get(snapshot, unused -> Caffeine.newBuilder().build())
        .get(key, unused -> PublishedModel.find(document, snapshot::findTable))
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.NO_VALUES,
                    document.indicatorId(),
                    "–",
                    document.period().id(),
                    "–"));
  }

  private static MethodDocument document(Snapshot snapshot, ScenarioRequest request) {
    String outcome = request.outcome();
    String id = request.model() + "_" + outcome;
    var ofModel = new ArrayList<MethodDocument>();
    snapshot.results().all().values().stream()
        .flatMap(periods -> periods.values().stream())
        .filter(one -> one.kind() == MethodDocument.Kind.MODEL)
        .filter(one -> one.datasetId().equals(request.model()))
        .forEach(ofModel::add);
    if (ofModel.isEmpty()) {
      throw unmodelled(snapshot, "model", request.model(), id, outcome);
    }
    var found =
        ofModel.stream()
            .filter(one -> one.indicatorId().equals(id) || one.indicatorId().equals(outcome))
            .toList();
    if (found.isEmpty()) {
      throw unmodelled(snapshot, "outcome", outcome, outcome);
    }
    if (request.period().isEmpty()) {
      return found.get(found.size() - 1);
    }
    var period = Selection.period("period", request.period());
    return found.stream()
        .filter(one -> one.period().equals(period))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.NO_VALUES, found.get(0).indicatorId(), "–", period.id(), "–"));
  }

  /** A direct result or an official figure has no model; what is not known at all is not there. */
  private static ProblemException unmodelled(
      Snapshot snapshot, String field, String value, String... ids) {
    return Stream.concat(Stream.of(ids), Stream.of(value))
        .filter(id -> isUnmodelled(snapshot, id))
        .findFirst()
        .map(id -> ProblemException.ofParameter(ProblemType.NOT_MODELLED, field, id))
        .orElseGet(() -> ProblemException.ofParameter(ProblemType.UNKNOWN_RESULT, field, value));
  }

  private static boolean isUnmodelled(Snapshot snapshot, String id) {
    return snapshot.indicators().containsKey(id)
        && snapshot.results().documents(id).values().stream()
            .noneMatch(one -> one.kind() == MethodDocument.Kind.MODEL);
  }
}
