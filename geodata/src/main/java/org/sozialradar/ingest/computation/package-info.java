/**
 * Computes what a person asks for, a model, an index or the publication of a wave, and tells what
 * came of it in one form for the command line and the server: results with their diagnostics, or
 * what kept it from being computed, with line and path of the definition.
 *
 * <p>Imports {@code ingest.definition} and {@code publication}. Must not import {@code
 * survey.microdata}, {@code export} or the server.
 */
package org.sozialradar.ingest.computation;
