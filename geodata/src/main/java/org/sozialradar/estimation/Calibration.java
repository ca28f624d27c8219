package org.sozialradar.estimation;

/**
 * How often intervals hold what they promise, over the sampled areas, each left out in turn.
 *
 * @param nominal the share that the intervals promise
 * @param observed the share of areas whose direct value lay inside
 */
public record Calibration(double nominal, double observed) {}
