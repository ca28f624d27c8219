/**
 * Published values and context layers as files: what is chosen, the rows of it, the package with
 * its description, and the addresses under which both are handed out.
 *
 * <p>{@code ExportChoice} and {@code ExportJob} know nothing of HTTP but its parameters and
 * problems, so that commands and releases write the same files. Values come only as {@code
 * PublishedTable}. Of the server it imports only {@code http}, {@code config}, {@code snapshot},
 * {@code features} and {@code text}.
 */
package org.sozialradar.server.exports;
