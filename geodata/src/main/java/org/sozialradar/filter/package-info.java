/**
 * Filters that users write: a closed syntax tree after CQL2 (OGC 21-065r2), checked against the
 * properties that may be asked for and evaluated on one row after the other. {@code filter.cql2}
 * reads the tree from text and JSON.
 *
 * <p>Pure: no file, no network, no clock, no reflection, no script; what is no class of the tree
 * cannot be asked. Imports JTS, {@code dataset} for texts and nothing else of this project.
 */
package org.sozialradar.filter;
