package org.sozialradar.survey;

/** What to do with a stratum that has a single sampling unit: its variance cannot be estimated. */
public enum LonelyUnits {
  /** Refuse the sample; the default. Join the stratum to a like one in the data instead. */
  REFUSE,
  /**
   * Take the unit's deviation from the mean of the whole sample in place of the stratum's: as a
   * rule too large, so on the safe side ("adjust" in R's package survey).
   */
  CENTRE_AT_SAMPLE
}
