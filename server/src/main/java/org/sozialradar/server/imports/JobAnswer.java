package org.sozialradar.server.imports;

import org.sozialradar.server.http.Accepted;
import org.sozialradar.server.http.Query;

/** Where jobs are told of. */
final class JobAnswer {
  /** Path before the id of a job, of whatever kind. */
  static final String PATH = "/api/admin/imports/";

  private JobAnswer() {}

  static Accepted of(ImportJob job, Query query) {
    return new Accepted(PATH + job.id(), job.view(query.language()));
  }
}
