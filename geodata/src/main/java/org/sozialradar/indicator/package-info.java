/**
 * Indicators and their observations: definition, periods, status, values in columns, conversion
 * between editions, aggregation to coarser levels, derived indicators.
 *
 * <p>Pure computation. Imports only {@code dataset} and {@code area}.
 */
package org.sozialradar.indicator;
