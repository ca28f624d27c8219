package org.sozialradar.ingest.crosswalk;

import org.sozialradar.area.AreaCode;

/**
 * A row of a crosswalk, as it stands there.
 *
 * @param number row in the file
 * @param from key of the old area
 * @param fromName its name
 * @param to key of the new area
 * @param toName its name
 * @param populationShare share of the old area's population, 0..1
 * @param areaShare share of the old area's surface, 0..1
 * @param population population of the old area, in the unit of the file
 */
record CrosswalkRow(
    long number,
    AreaCode from,
    String fromName,
    AreaCode to,
    String toName,
    double populationShare,
    double areaShare,
    double population) {}
