/**
 * What there is: editions, levels, themes, data sets and indicators.
 *
 * <p>Of the server it imports only {@code http} and {@code snapshot}.
 */
package org.sozialradar.server.catalog;
