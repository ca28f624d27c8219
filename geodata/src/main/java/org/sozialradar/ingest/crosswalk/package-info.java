/**
 * Crosswalks between editions of boundaries, such as the conversion keys (Umsteigeschlüssel) of the
 * BBSR, and the editions of keys that they speak of where no boundaries exist.
 *
 * <p>Imports the frame in {@code ingest} and the table reader in {@code ingest.table}.
 */
package org.sozialradar.ingest.crosswalk;
