/**
 * What a social space has and lacks: facilities, need and expected support of an area beside its
 * peers, waves of surveys before and after, and the measures that an office recorded.
 *
 * <p>Values come only as {@code PublishedTable}. Of the server it imports only {@code http}, {@code
 * records}, {@code snapshot} and {@code text}.
 */
package org.sozialradar.server.socialspace;
