package org.sozialradar.indicator;

/** What a table answers. */
record TableKey(String indicatorId, String edition, String level, Reach reach) {
  TableKey on(String otherLevel, Reach otherReach) {
    return new TableKey(indicatorId, edition, otherLevel, otherReach);
  }

  TableKey within(Reach otherReach) {
    return new TableKey(indicatorId, edition, level, otherReach);
  }

  TableKey of(String otherIndicator, Reach otherReach) {
    return new TableKey(otherIndicator, edition, level, otherReach);
  }

  TableKey in(String otherEdition) {
    return new TableKey(indicatorId, otherEdition, level, reach);
  }
}
