package org.sozialradar.ingest.computation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.ImportIssue;

/**
 * What came of a computation. It holds what is public with the results, and nothing of single
 * persons. Immutable.
 *
 * @param outcome what became of it
 * @param subject what was computed: the name of the definition's file, or the id of the survey
 * @param dataset id of the data set of the results; empty if it was rejected
 * @param revision the revision that shows them; 0 if nothing was stored
 * @param finishedAt when it ended
 * @param seconds how long it took
 * @param results what was computed, in order; empty if it was rejected
 * @param issues what kept it from being computed; empty if nothing did
 */
public record ComputationReport(
    Outcome outcome,
    String subject,
    String dataset,
    long revision,
    Instant finishedAt,
    double seconds,
    List<Result> results,
    List<ImportIssue> issues) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** What became of a computation. */
  public enum Outcome {
    /** Its results are in the store. */
    @JsonProperty("stored")
    STORED,
    /** It is possible; a dry run stores nothing. */
    @JsonProperty("checked")
    CHECKED,
    /** It is not possible; nothing was stored. */
    @JsonProperty("rejected")
    REJECTED
  }

  /**
   * A result.
   *
   * @param indicator id of its indicator
   * @param name name of the indicator
   * @param period what it speaks of
   * @param method its method document: how it was computed, with diagnostics; of an index without
   *     what it says of single areas
   */
  public record Result(String indicator, LocalizedText name, String period, JsonNode method) {}

  public ComputationReport {
    results = List.copyOf(results);
    issues = List.copyOf(issues);
  }

  /** The report of what could not be computed. */
  public static ComputationReport ofRejected(String subject, ImportIssue issue, Instant at) {
    return new ComputationReport(
        Outcome.REJECTED, subject, "", 0, at, 0, List.of(), List.of(issue));
  }

  /** Whether it was not possible. */
  @JsonProperty("rejected")
  public boolean isRejected() {
    return outcome == Outcome.REJECTED;
  }

  /** The report for machines: JSON, UTF-8, instants after ISO 8601. */
  public String toJson() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report of records can be written", e);
    }
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if it is no report
   */
  public static ComputationReport ofJson(String json) {
    try {
      return MAPPER.readValue(json, ComputationReport.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not the report of a computation", e);
    }
  }

  static ObjectNode tree(String json) {
    try {
      return MAPPER.readValue(json, ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a method document is no JSON", e);
    }
  }
}
