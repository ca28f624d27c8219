package org.sozialradar.estimation;

/**
 * What one covariate does to the change of a scenario.
 *
 * @param covariate its name
 * @param change new value less old, in its unit; for a group the weighted mean
 * @param effect on the result, in the result's unit; the effects of all sum to the change
 */
public record Contribution(String covariate, double change, double effect) {}
