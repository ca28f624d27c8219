/**
 * Classification of values for map legends: quantiles, equal intervals, the exact natural breaks
 * after Fisher and Jenks, standard deviations and breaks of one's own.
 *
 * <p>Pure computation. Imports no other package of the project. The rule of all methods: classes
 * are right-closed intervals, the first is closed on both sides, so equal values never land in two
 * classes. Values are finite; missing values are left out by the caller.
 */
package org.sozialradar.classification;
