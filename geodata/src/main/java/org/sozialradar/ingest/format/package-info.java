/**
 * Finds the reader for a file of features. Imports the packages of the readers, {@code
 * ingest.feature} and {@code ingest.geopackage}, which must not import it.
 */
package org.sozialradar.ingest.format;
