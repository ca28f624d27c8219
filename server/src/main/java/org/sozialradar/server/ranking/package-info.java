/**
 * Orders of areas from published values, for every resource that needs one: what somebody asks, the
 * areas and values that the question is about, what came of it, and how it goes out.
 *
 * <p>Of the server it imports only {@code http}, {@code snapshot} and {@code text}.
 */
package org.sozialradar.server.ranking;
