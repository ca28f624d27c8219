/**
 * Indicators and their observations: definition, periods, status, values in columns, conversion
 * between editions, aggregation to coarser levels, derived indicators.
 *
 * <p>{@link org.sozialradar.indicator.IndicatorResolution} is the way in: it answers an indicator
 * on any level of any edition that its recorded values reach, and says where they come from. {@link
 * org.sozialradar.indicator.Formula#check} tells an importer which formulas cannot be used.
 *
 * <p>Pure computation: no file, network, clock or chance. Imports only {@code dataset} and {@code
 * area}.
 */
package org.sozialradar.indicator;
