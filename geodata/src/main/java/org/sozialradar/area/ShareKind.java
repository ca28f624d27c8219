package org.sozialradar.area;

/** By what a crosswalk splits an old area. */
public enum ShareKind {
  POPULATION,
  AREA;

  double of(AreaCorrespondence.Link link) {
    return this == POPULATION ? link.populationShare() : link.areaShare();
  }
}
