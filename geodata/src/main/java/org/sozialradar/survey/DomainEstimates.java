package org.sozialradar.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The estimates of one result for all domains, by number. Immutable; safe for use by several
 * threads.
 */
public final class DomainEstimates {
  private final List<DirectEstimate> estimates;

  /**
   * Estimates by domain.
   *
   * @param estimates empty where nobody of the domain answered
   */
  DomainEstimates(Stream<Optional<DirectEstimate>> estimates) {
    this.estimates = new ArrayList<>();
    estimates.forEach(estimate -> this.estimates.add(estimate.orElse(null)));
  }

  /** Number of domains. */
  public int count() {
    return estimates.size();
  }

  /** The estimate of a domain, empty if nobody of it answered. */
  public Optional<DirectEstimate> find(int domain) {
    return Optional.ofNullable(estimates.get(domain));
  }

  /** The estimates that there are, in the order of the domains. */
  public List<DirectEstimate> list() {
    return estimates.stream().filter(Objects::nonNull).toList();
  }
}
