package org.sozialradar.ingest.computation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.computation.ComputationReport.Outcome;
import org.sozialradar.ingest.computation.ComputationReport.Result;
import org.sozialradar.ingest.definition.DefinitionFault;
import org.sozialradar.ingest.definition.IndexFile;
import org.sozialradar.ingest.definition.ModelFile;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.publication.ComputedResults;
import org.sozialradar.publication.ComputedResults.Prepared;
import org.sozialradar.publication.PublicationException;
import org.sozialradar.publication.SurveySource;
import org.sozialradar.store.ImportBatch;

/** What is to be computed, ready to be run against stores. Immutable. */
public final class Computation {
  private final String subject;
  private final Function<ComputedResults, Prepared> work;
  private final Function<PublicationException, ImportIssue> fault;

  private Computation(
      String subject,
      Function<ComputedResults, Prepared> work,
      Function<PublicationException, ImportIssue> fault) {
    this.subject = subject;
    this.work = work;
    this.fault = fault;
  }

  /** Reads what a definition asks for. */
  @FunctionalInterface
  public interface Reading {
    /**
     * The computation that is asked for.
     *
     * @param yaml bytes of the definition
     * @param file name of its file, for messages
     * @throws org.sozialradar.ingest.InputRejectedException with line and path, if it is not right
     */
    Computation read(byte[] yaml, String file);
  }

  /** A model that is to be fitted; as {@link Reading}. */
  public static Computation model(byte[] yaml, String file) {
    var model = ModelFile.read(yaml, file);
    return new Computation(
        file,
        results -> results.prepare(model, Computation::source),
        refused -> DefinitionFault.of(refused, yaml, file));
  }

  /** An index that is to be computed; as {@link Reading}. */
  public static Computation index(byte[] yaml, String file) {
    var index = IndexFile.read(yaml, file);
    return new Computation(
        file,
        results -> results.prepare(index),
        refused -> DefinitionFault.of(refused, yaml, file));
  }

  /** A wave that is kept and is to be published anew. */
  public static Computation publication(String survey, ReferencePeriod wave) {
    return new Computation(
        survey, results -> results.prepare(survey, wave, Computation::source), DefinitionFault::of);
  }

  /** What is to be said of the results of a questionnaire that is kept with a wave. */
  public static SurveySource source(String yaml) {
    return QuestionnaireFile.read(yaml.getBytes(StandardCharsets.UTF_8), "questionnaire.yaml")
        .source();
  }

  /**
   * Computes, and stores what comes of it.
   *
   * @param dryRun whether nothing is to be stored
   * @return what came of it; also if it was not possible
   * @throws org.sozialradar.store.StoreException if a store fails
   */
  public ComputationReport run(ComputedResults results, boolean dryRun, Clock clock) {
    long start = System.nanoTime();
    try {
      var prepared = work.apply(results);
      long revision = dryRun ? 0 : prepared.store().revision().number();
      return new ComputationReport(
          dryRun ? Outcome.CHECKED : Outcome.STORED,
          subject,
          prepared.batch().dataset().id(),
          revision,
          clock.instant(),
          (System.nanoTime() - start) / 1e9,
          results(prepared.batch()),
          List.of());
    } catch (PublicationException refused) {
      return ComputationReport.ofRejected(subject, fault.apply(refused), clock.instant());
    }
  }

  private static List<Result> results(ImportBatch batch) {
    return batch.methods().stream().map(one -> result(batch, one)).toList();
  }

  private static Result result(ImportBatch batch, MethodDocument method) {
    LocalizedText name =
        batch.indicators().stream()
            .filter(one -> one.id().equals(method.indicatorId()))
            .map(Indicator::name)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("a method of no indicator"));
    return new Result(
        method.indicatorId(),
        name,
        method.period().id(),
        withoutAreas(ComputationReport.tree(method.json())));
  }

  /** How many areas have a score says enough; a country's scores and ranks are megabytes. */
  private static JsonNode withoutAreas(ObjectNode method) {
    if (method.has("contributions")) {
      int all = method.remove("contributions").path("areas").size();
      int scored = method.remove("ranks").path("all").path("areas").size();
      method.putObject("areas").put("scored", scored).put("unscored", all - scored);
    }
    return method;
  }
}
