package org.sozialradar.server.imports;

import java.util.List;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.ImportReport;

/**
 * How a job ended.
 *
 * @param rejected whether what was sent is wrong, so that it, or its rest, was not stored
 * @param changed whether there is a new revision to be served
 * @param report what is to be told, as JSON; holds nothing of single persons
 * @param issues what was found, as far as it is listed
 * @param unlisted how many issues are only counted
 */
record Ending(
    boolean rejected, boolean changed, String report, List<ImportIssue> issues, long unlisted) {
  Ending {
    issues = List.copyOf(issues);
  }

  /** The end of an import of data packages. */
  static Ending of(ImportReport report) {
    var packages = report.packages();
    var issues = packages.stream().flatMap(one -> one.issues().stream()).toList();
    long all =
        packages.stream()
            .flatMap(one -> one.issueCounts().values().stream())
            .mapToLong(Long::longValue)
            .sum();
    return new Ending(
        report.isRejected(),
        packages.stream().anyMatch(one -> one.revision() != 0),
        report.toJson(),
        issues,
        all - issues.size());
  }
}
