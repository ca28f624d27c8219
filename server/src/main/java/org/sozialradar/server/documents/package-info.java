/**
 * Documents for people: an index of them, and the description of the API as a page to read and to
 * print, made of the description for machines.
 *
 * <p>Of the server it imports only {@code http}, {@code snapshot} and {@code text}.
 */
package org.sozialradar.server.documents;
