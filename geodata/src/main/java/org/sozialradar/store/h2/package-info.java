/**
 * The embedded store: an H2 database in one file, held by one process at a time.
 *
 * <p>Knows {@link org.sozialradar.store.jdbc} for the SQL; adds the file, its lock, and recovery
 * from failures of the disk.
 */
package org.sozialradar.store.h2;
