/**
 * Citizens' surveys: what was asked, and what the answers say about areas.
 *
 * <p>{@link org.sozialradar.survey.Questionnaire} describes a survey once: items, scales,
 * proportions, the roles of the design and how a respondent belongs to an area. {@link
 * org.sozialradar.survey.ScaleScores} turns answers into numbers, {@link
 * org.sozialradar.survey.Reliability} and {@link org.sozialradar.survey.AreaReliability} judge
 * them, {@link org.sozialradar.survey.Raking} fits weights to known totals, {@link
 * org.sozialradar.survey.WeightedEstimator} estimates means and proportions of areas with the
 * variance of the design, {@link org.sozialradar.survey.SmoothedVariance} prepares that variance
 * for a model, {@link org.sozialradar.survey.Comparison} compares two estimates.
 *
 * <p>Nothing here may leave the server: estimates of this package become public only through {@code
 * disclosure}. Pure computation: no file, network, clock or chance. Imports only {@code dataset},
 * {@code area} and {@code indicator}.
 */
package org.sozialradar.survey;
