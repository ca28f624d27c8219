package org.sozialradar.incident;

import java.util.Optional;

/**
 * People spread evenly over each area: as much of them as of its surface. All that is certain is
 * that those of whole areas are inside, and that no more can be than live in the areas touched.
 */
public final class AreaShareWeights implements PeopleWeights {
  @Override
  public String label() {
    return AREA_SHARES;
  }

  @Override
  public Optional<PeopleShare> find(Overlap overlap, IncidentShape incident) {
    return Optional.of(
        overlap.isWhole() ? PeopleShare.ALL : new PeopleShare(overlap.share(), 0, 1));
  }
}
