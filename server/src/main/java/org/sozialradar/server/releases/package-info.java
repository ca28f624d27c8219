/**
 * Releases as everybody may read them: which there are, what each holds, its files, and why one was
 * withdrawn. They are made and withdrawn by {@code imports}.
 *
 * <p>Of the server it imports only {@code exports}, which writes the files, {@code http}, {@code
 * snapshot} and {@code text}.
 */
package org.sozialradar.server.releases;
