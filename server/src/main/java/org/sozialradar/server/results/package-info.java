/**
 * Results that were computed here: which there are, how each was made (as JSON and as a page), the
 * questions behind them, and all their values in one long table.
 *
 * <p>Values come only as {@code PublishedTable}. Of the server it imports only {@code http}, {@code
 * snapshot} and {@code text}.
 */
package org.sozialradar.server.results;
