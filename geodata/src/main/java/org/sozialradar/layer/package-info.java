/**
 * Context layers: points, lines and polygons with attributes that stand beside areas, such as
 * shelters, rivers and flood zones. Imports only {@code dataset} and {@code area}; knows no file,
 * store or tile.
 */
package org.sozialradar.layer;
