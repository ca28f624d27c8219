/**
 * Import of real files: the manifest that describes them, the frame that runs the importers of
 * {@code ingest.*}, the issues that they find and the report.
 *
 * <p>An import is all or nothing: importers read into a {@link
 * org.sozialradar.ingest.BatchBuilder}, bad rows become {@link
 * org.sozialradar.ingest.ImportIssue}s, and only a batch without errors reaches the store, in one
 * transaction.
 *
 * <p>Must not import {@code export}, the server or a package below {@code ingest}: the importers
 * are found as services. Must not use {@code java.sql}.
 */
package org.sozialradar.ingest;
