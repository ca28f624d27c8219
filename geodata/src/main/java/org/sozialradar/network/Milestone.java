package org.sozialradar.network;

import org.sozialradar.area.AreaCode;

/**
 * What a municipality reached in the network.
 *
 * @param code municipality
 * @param name its name in the source
 * @param kind slug such as {@code council_founded}
 * @param date when, how exactly, and what the date means
 * @param note remark of the source, empty if none
 * @param source publication that names it
 * @param datasetId data set that it comes from
 */
public record Milestone(
    AreaCode code,
    String name,
    String kind,
    MilestoneDate date,
    String note,
    String source,
    String datasetId) {}
