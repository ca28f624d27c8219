package org.sozialradar.server.http;

import java.util.List;

/** A part of the API: some routes that belong together. Safe for use by many threads. */
public interface Resource {
  /** Its routes. */
  List<Route> routes();

  /** Its addresses that take something in. */
  default List<Posting> postings() {
    return List.of();
  }

  /**
   * Its addresses that answer a question too long for an address: what POST brings there is
   * computed with and never stored. Unlike {@link #postings} they are on the public port.
   */
  default List<Posting> computations() {
    return List.of();
  }

  /** Its addresses that put something in the place of what was there, with PUT. */
  default List<Posting> replacements() {
    return List.of();
  }

  /** Its addresses that delete something. */
  default List<Deletion> deletions() {
    return List.of();
  }
}
