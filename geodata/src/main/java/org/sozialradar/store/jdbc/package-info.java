/**
 * The SQL that all stores share: the schema with its migrations, writing a batch, reading a
 * revision.
 *
 * <p>Knows no particular database: what differs stands in {@link
 * org.sozialradar.store.jdbc.Dialect}. Used by the stores alone.
 */
package org.sozialradar.store.jdbc;
