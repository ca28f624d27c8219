/**
 * Values of indicators as compact columns: one answer for all areas of a level, to be joined with
 * tiles by the client.
 *
 * <p>Values come only as {@code PublishedTable}. Of the server it imports only {@code http} and
 * {@code snapshot}.
 */
package org.sozialradar.server.indicators;
