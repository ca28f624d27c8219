/**
 * Context layers from files of features and from tables with coordinates. Must not import {@code
 * store.h2} or {@code store.postgis}.
 */
package org.sozialradar.ingest.layer;
