/**
 * Vector tiles of areas and points: addresses of tiles, the pyramid that they are cut from, and the
 * encoding after the Mapbox Vector Tile specification 2.1.
 *
 * <p>Knows no HTTP, no store and no cache. Imports only {@code area}.
 */
package org.sozialradar.tile;
