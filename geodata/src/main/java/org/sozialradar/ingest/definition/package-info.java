/**
 * Files in YAML by which a person describes what is to be computed: questionnaires, models,
 * indices. They are small, strict about unknown keys, and what is wrong is told with its line and
 * path.
 *
 * <p>Each is read into the type of the package that computes it ({@code survey}, {@code
 * estimation}, {@code composite}). Must not import a store, {@code export} or the server.
 */
package org.sozialradar.ingest.definition;
