/**
 * Tables of indicators: CSV, XLSX and XLS read row by row, their headers matched with the manifest,
 * keys, periods and cells checked.
 *
 * <p>Imports the frame in {@code ingest} and the shared types. Must not import other packages below
 * {@code ingest}, except that {@code ingest.crosswalk} and {@code ingest.network} read their files
 * through {@link org.sozialradar.ingest.table.TableReader}.
 */
package org.sozialradar.ingest.table;
