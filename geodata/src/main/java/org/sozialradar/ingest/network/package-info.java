/**
 * Milestones of municipalities in a prevention network and totals of the network.
 *
 * <p>Imports the frame in {@code ingest} and the table reader in {@code ingest.table}.
 */
package org.sozialradar.ingest.network;
