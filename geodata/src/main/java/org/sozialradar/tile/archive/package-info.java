/**
 * All tiles of a layer in one file, for hosting without a server of tiles: PMTiles, version 3.
 *
 * <p>Must import nothing but {@code tile} and what that may import.
 */
package org.sozialradar.tile.archive;
