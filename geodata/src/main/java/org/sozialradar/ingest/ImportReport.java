package org.sozialradar.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sozialradar.dataset.SourceFile;

/**
 * What an import did. Immutable.
 *
 * @param dryRun true if nothing was to be stored
 * @param finishedAt when the import ended
 * @param seconds how long it took
 * @param packages one report for each data package, in order
 */
public record ImportReport(
    boolean dryRun, Instant finishedAt, double seconds, List<PackageReport> packages) {

  /** What became of a data package. */
  public enum Outcome {
    /** It is in the store. */
    @JsonProperty("stored")
    STORED,
    /** It is right; a dry run stores nothing. */
    @JsonProperty("checked")
    CHECKED,
    /** It has errors; nothing of it was stored. */
    @JsonProperty("rejected")
    REJECTED,
    /** A package before it was rejected. */
    @JsonProperty("not-read")
    NOT_READ
  }

  /**
   * The report of a data package.
   *
   * @param name its name, or the file that was given if its manifest cannot be read
   * @param outcome what became of it
   * @param revision revision that it made, 0 if none
   * @param resources what was counted for each resource
   * @param issueCounts number of issues by code, all of them
   * @param issues the issues, errors first, at most {@value ImportIssues#MAX_LISTED} in the report
   * @param seconds duration of each step
   */
  public record PackageReport(
      String name,
      Outcome outcome,
      long revision,
      List<ResourceReport> resources,
      Map<String, Long> issueCounts,
      List<ImportIssue> issues,
      List<StepTime> seconds) {
    public PackageReport {
      resources = List.copyOf(resources);
      issueCounts = Collections.unmodifiableMap(new LinkedHashMap<>(issueCounts));
      issues = List.copyOf(issues);
      seconds = List.copyOf(seconds);
    }

    /** Number of issues with this code. */
    public long count(String issueCode) {
      return issueCounts.getOrDefault(issueCode, 0L);
    }

    /** Sum of a count over the resources. */
    public long count(Count count) {
      return resources.stream().mapToLong(one -> one.count(count)).sum();
    }

    private PackageReport withAtMost(int listed) {
      return new PackageReport(
          name,
          outcome,
          revision,
          resources,
          issueCounts,
          issues.subList(0, Math.min(listed, issues.size())),
          seconds);
    }
  }

  /**
   * What was counted for a resource.
   *
   * @param name name of the resource
   * @param kind what it is
   * @param file its file with checksum
   * @param counts numbers by {@link Count#id()}
   */
  public record ResourceReport(
      String name, String kind, SourceFile file, Map<String, Long> counts) {
    public ResourceReport {
      counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    public long count(Count count) {
      return counts.getOrDefault(count.id(), 0L);
    }
  }

  /**
   * Duration of a step.
   *
   * @param step what was done
   * @param seconds how long it took
   */
  public record StepTime(org.sozialradar.dataset.LocalizedText step, double seconds) {}

  public ImportReport {
    packages = capped(packages);
  }

  /** The report of an input that could not be read as far as its data package. */
  public static ImportReport ofRejected(String input, ImportIssue issue, Instant finishedAt) {
    var outcome =
        new PackageReport(
            input,
            Outcome.REJECTED,
            0,
            List.of(),
            Map.of(issue.code(), 1L),
            List.of(issue),
            List.of());
    return new ImportReport(false, finishedAt, 0, List.of(outcome));
  }

  private static List<PackageReport> capped(List<PackageReport> packages) {
    var capped = new ArrayList<PackageReport>();
    int left = ImportIssues.MAX_LISTED;
    for (var one : packages) {
      capped.add(one.withAtMost(left));
      left -= Math.min(left, one.issues().size());
    }
    return List.copyOf(capped);
  }

  /** Whether a data package was rejected. */
  @com.fasterxml.jackson.annotation.JsonProperty("rejected")
  public boolean isRejected() {
    return packages.stream().anyMatch(one -> one.outcome() == Outcome.REJECTED);
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(SerializationFeature.INDENT_OUTPUT)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  /** The report for machines: JSON, UTF-8, instants after ISO 8601. */
  public String toJson() {
    try {
      return mapper().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report of records can be written", e);
    }
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if it is no report
   */
  public static ImportReport ofJson(String json) {
    try {
      return mapper().readValue(json, ImportReport.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not the report of an import", e);
    }
  }

  /** The report for people, in German if the locale is German, else in English. */
  public String toText(Locale locale) {
    return new ReportText(locale).of(this);
  }
}
