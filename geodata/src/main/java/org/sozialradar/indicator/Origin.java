package org.sozialradar.indicator;

/**
 * Where the values of a column come from.
 *
 * @param level the level that they were recorded on. Coarser than the level asked for if the value
 *     of the holding area is shown on all its members, finer if they were aggregated.
 * @param edition the edition that they were recorded on; another than the one asked for if they
 *     were converted
 * @param aggregated whether they were aggregated from a finer level
 */
public record Origin(String level, String edition, boolean aggregated) {}
