/**
 * Comparisons of published values: an area with its peers, its district, its state or another area,
 * in figures and in words.
 *
 * <p>Values come only as {@code PublishedTable}. Of the server it imports only {@code http}, {@code
 * snapshot} and {@code text}.
 */
package org.sozialradar.server.comparisons;
