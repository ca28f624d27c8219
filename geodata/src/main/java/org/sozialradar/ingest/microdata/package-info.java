/**
 * Answers of surveys: a file of respondents is checked row by row against its questionnaire, its
 * weights are raked if margins are given, and the wave is stored apart from all that is served.
 *
 * <p>No issue, report, exception or log line holds a value that a person gave or anything else of a
 * row: they name file, row and column. A file with errors is rejected whole.
 *
 * <p>Imports the frame in {@code ingest}, the readers of {@code ingest.table}, {@code ingest.crs},
 * {@code ingest.definition}, {@code survey} and {@code survey.microdata}. Must not import {@code
 * export} or the server.
 */
package org.sozialradar.ingest.microdata;
