/**
 * Features with their values as files that other programs read: what is written ({@code
 * ExportLayer}, {@code ExportColumn}, {@code ExportRow}) and the writers of formats that need no
 * database. {@code export.format} finds the writer of a format.
 *
 * <p>Rows come one by one and are not kept. Who hands them over sees to it that values were
 * published. Must not import {@code ingest}, {@code store}, {@code survey.microdata} or the server.
 */
package org.sozialradar.export.feature;
