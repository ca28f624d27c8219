/**
 * Imports population grids (kind {@code grid}): people by cells of 100 m, as the Zensus 2022 hands
 * them out.
 */
package org.sozialradar.ingest.grid;
