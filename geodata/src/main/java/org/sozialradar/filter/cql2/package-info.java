/**
 * Reads filters from CQL2 (OGC 21-065r2): text after its grammar by recursive descent, and JSON.
 * Both make the same tree of the package {@code filter}. Nothing of a user's text reaches another
 * parser than these and that of JSON.
 */
package org.sozialradar.filter.cql2;
