package org.sozialradar.server.results;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.MethodDocument.Kind;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.ContentCache;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;

/** Answers what was computed here and how. */
public final class ResultsResource implements Resource {
  private static final Set<String> PERIOD = Set.of("period");

  private final Snapshots snapshots;
  private final ContentCache cache;

  public ResultsResource(Snapshots snapshots, ContentCache cache) {
    this.snapshots = snapshots;
    this.cache = cache;
  }

  private record Results(long revision, List<ResultEntry> results) {}

  /** How a result was made; {@code document} is what was written when it was computed. */
  private record Method(
      String result,
      String kind,
      LocalizedText name,
      String period,
      List<String> periods,
      String page,
      @JsonUnwrapped Provenance provenance,
      JsonNode document) {}

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("/api/results", query -> results("results", Optional.empty())),
        Route.of("/api/models", query -> results("models", Optional.of(Kind.MODEL))),
        Route.of("/api/indices", query -> results("indices", Optional.of(Kind.INDEX))),
        Route.of("/api/methods/{id}", PERIOD, query -> method(query, Optional.empty())),
        Route.of("/api/models/{id}", PERIOD, query -> method(query, Optional.of(Kind.MODEL))),
        Route.of("/api/indices/{id}", PERIOD, query -> method(query, Optional.of(Kind.INDEX))),
        Route.of("/docs/methods/{id}", PERIOD, this::page),
        Route.of(
            "/docs/methods.css", query -> cache.get("docs/methods.css", MethodPage::stylesheet)),
        Route.of("/api/codebook", query -> codebook()),
        Route.costly("/api/results/long", LongTable.PARAMETERS, this::longTable));
  }

  private Answer results(String name, Optional<Kind> kind) {
    var snapshot = snapshots.current();
    return cache.get(
        name + "@" + snapshot.revision().number(),
        () -> Json.content(results(snapshot, kind), CachePolicy.REVALIDATE));
  }

  private static Results results(Snapshot snapshot, Optional<Kind> kind) {
    var entries =
        snapshot.results().all().values().stream()
            .map(documents -> List.copyOf(documents.values()))
            .filter(documents -> kind.isEmpty() || isOf(documents, kind.get()))
            .map(documents -> ResultEntry.of(snapshot, documents))
            .toList();
    return new Results(snapshot.revision().number(), entries);
  }

  private static boolean isOf(List<MethodDocument> documents, Kind kind) {
    return documents.get(documents.size() - 1).kind() == kind;
  }

  private Answer method(Query query, Optional<Kind> kind) {
    var choice = ResultChoice.of(snapshots.current(), query, kind);
    return cache.get(
        "method/" + choice.key(), () -> Json.content(method(choice), CachePolicy.REVALIDATE));
  }

  private static Method method(ResultChoice choice) {
    var method = choice.method();
    return new Method(
        choice.indicator().id(),
        method.kind().label(),
        choice.indicator().name(),
        method.period().id(),
        choice.periods(),
        ResultChoice.page(method),
        Provenance.of(choice.snapshot(), List.of(method.datasetId())),
        choice.document());
  }

  private Answer page(Query query) {
    var choice = ResultChoice.of(snapshots.current(), query, Optional.empty());
    return cache.get("page/" + choice.key(), () -> new MethodPage(choice, query.root()).content());
  }

  private Answer codebook() {
    var snapshot = snapshots.current();
    return cache.get(
        "codebook@" + snapshot.revision().number(),
        () -> Json.content(Codebook.of(snapshot), CachePolicy.REVALIDATE));
  }

  private Answer longTable(Query query) {
    var table = LongTable.of(snapshots.current(), query);
    return cache.get(table.key(), table::content);
  }
}
