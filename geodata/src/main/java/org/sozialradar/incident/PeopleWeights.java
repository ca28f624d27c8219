package org.sozialradar.incident;

import java.util.Optional;

/**
 * How the people of an area are spread over it, so that it can be said how many live in a part of
 * it (areal interpolation). Immutable and safe for use by many threads.
 */
public interface PeopleWeights {
  /** Where people are known for cells of a grid. */
  String POPULATION_GRID = "population-grid";

  /** Where people are known for areas of a finer level. */
  String QUARTERS = "quarters";

  /** Where nothing is known: people spread evenly. */
  String AREA_SHARES = "area-shares";

  /**
   * Name of the kind in answers: {@code population-grid}, {@code quarters}, {@code area-shares}.
   */
  String label();

  /**
   * The share of the people of an area that live inside an incident; empty if these weights say
   * nothing of the area.
   *
   * @param overlap what of the area lies inside; never nothing
   * @param incident the incident
   */
  Optional<PeopleShare> find(Overlap overlap, IncidentShape incident);
}
