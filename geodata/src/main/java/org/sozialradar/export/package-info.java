/**
 * What leaves the house as a file: published values as CSV with their description as a Frictionless
 * data resource (Table Schema).
 *
 * <p>Takes only {@link org.sozialradar.disclosure.PublishedTable}: nothing that a disclosure rule
 * has not passed. Must not import {@code ingest}, {@code store}, {@code survey.microdata} or the
 * server.
 */
package org.sozialradar.export;
