package org.sozialradar.indicator;

/** How far an answer may reach for its values; each includes those before it. */
enum Reach {
  /** Recorded on the level, in this or another edition; or derived. */
  RECORDED,
  /** Aggregated from finer levels. */
  AGGREGATED,
  /** Shown from coarser levels. */
  SHOWN
}
