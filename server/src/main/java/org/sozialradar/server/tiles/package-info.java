/**
 * Vector tiles and their descriptions (TileJSON): a handler in front of Javalin with a cache of
 * compressed tiles. OGC API serves the same tiles under its own addresses.
 *
 * <p>Of the server it imports only {@code config}, {@code http}, {@code snapshot} and {@code text}.
 */
package org.sozialradar.server.tiles;
