/**
 * Makes results that are computed here ready to be stored: from the answers of respondents, or from
 * published values, to tables that have passed disclosure control, each with the document that says
 * how it was made.
 *
 * <p>Orchestration only: the statistics stand in {@code survey}, {@code estimation} and {@code
 * composite}, what may leave is decided by {@code disclosure}. Must not import the server, {@code
 * ingest} or {@code export}.
 */
package org.sozialradar.publication;
