/**
 * Small-area prediction: what a survey says about areas with few respondents or none, borrowed from
 * areas that resemble them in known indicators. The model of Fay and Herriot (1979) on the level of
 * areas, its checks, joint draws and scenarios.
 *
 * <p>Pure computation: the same input and seed give the same numbers. May import {@code dataset},
 * {@code area}, {@code indicator} and {@code survey}; never a store, a file, the clock or {@code
 * survey.microdata}.
 *
 * <p>Whoever calls marks areas whose direct value may not be published as hidden; nothing here can
 * take their value or their number of respondents (see {@link
 * org.sozialradar.estimation.ModelInput}).
 */
package org.sozialradar.estimation;
