package org.sozialradar.network;

/**
 * A count of the whole network at a date.
 *
 * @param date {@code 2021}, {@code 2021-02} or {@code 2021-02-16}
 * @param measure slug such as {@code prevention_councils}
 * @param value the count, or an amount in euro where the measure ends with {@code _eur}
 * @param source publication that names it
 * @param datasetId data set that it comes from
 */
public record NetworkTotal(
    String date, String measure, double value, String source, String datasetId) {}
