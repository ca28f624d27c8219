/**
 * The store of an office: PostgreSQL with PostGIS, shared by any number of processes.
 *
 * <p>Knows {@link org.sozialradar.store.jdbc} for the SQL; adds connections, geometry in PostGIS'
 * own type, COPY, the lock that imports wait for, and word of new revisions by NOTIFY.
 */
package org.sozialradar.store.postgis;
