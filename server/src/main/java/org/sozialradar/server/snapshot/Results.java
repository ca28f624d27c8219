package org.sozialradar.server.snapshot;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sozialradar.disclosure.DisclosureRule;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.store.Erasure;

/**
 * The results of a revision that were computed here, with the documents that say how, and what was
 * erased. Immutable.
 */
public final class Results {
  private final SortedMap<String, SortedMap<ReferencePeriod, MethodDocument>> documents =
      new TreeMap<>();
  private final Set<String> datasets;
  private final List<Erasure> erasures;

  Results(List<MethodDocument> methods, List<Erasure> erasures) {
    for (var method : methods) {
      documents
          .computeIfAbsent(method.indicatorId(), id -> new TreeMap<>())
          .put(method.period(), method);
    }
    datasets = methods.stream().map(MethodDocument::datasetId).collect(Collectors.toSet());
    this.erasures = List.copyOf(erasures);
  }

  /** The documents of each result, by its indicator, then period. */
  public SortedMap<String, SortedMap<ReferencePeriod, MethodDocument>> all() {
    return Collections.unmodifiableSortedMap(documents);
  }

  /** Whether an indicator was computed here. */
  public boolean isResult(String indicator) {
    return documents.containsKey(indicator);
  }

  /** The documents of a result by period; none if it was not computed here. */
  public SortedMap<ReferencePeriod, MethodDocument> documents(String indicator) {
    return Collections.unmodifiableSortedMap(
        documents.getOrDefault(indicator, Collections.emptySortedMap()));
  }

  /** The document of the newest period of a result. */
  public Optional<MethodDocument> findNewest(String indicator) {
    var own = documents(indicator);
    return own.isEmpty() ? Optional.empty() : Optional.of(own.get(own.lastKey()));
  }

  /** How a result was computed; empty if it was not computed here. */
  public String kind(String indicator) {
    return findNewest(indicator).map(document -> document.kind().label()).orElse("");
  }

  /** By which rule the values of an indicator are published. */
  DisclosureRule rule(String indicator) {
    boolean survey =
        documents(indicator).values().stream()
            .anyMatch(document -> document.kind() == MethodDocument.Kind.SURVEY);
    return survey ? DisclosureRule.SURVEY : DisclosureRule.OFFICIAL;
  }

  /** Data sets of the results. */
  Set<String> datasets() {
    return datasets;
  }

  /** What was erased from the store, in order of time. */
  List<Erasure> erasures() {
    return erasures;
  }
}
