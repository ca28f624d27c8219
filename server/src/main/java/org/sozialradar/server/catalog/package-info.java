/**
 * What there is: editions, levels, themes, data sets and indicators.
 *
 * <p>Of the server it imports only {@code http}, {@code snapshot} and what {@code dcat} needs.
 */
package org.sozialradar.server.catalog;
