/**
 * What requests bring as files: a zip archive or a form, stored in a folder of its own that is
 * deleted when its user closes it. Imports {@code http}, {@code text} and the checks of archives of
 * {@code org.sozialradar.ingest}; no resource.
 */
package org.sozialradar.server.uploads;
