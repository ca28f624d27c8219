/**
 * Areas of administration and their boundaries: keys, levels, editions, hierarchy, correspondence
 * between editions, and the coverage that they form.
 *
 * <p>Geometry is in EPSG:4326 with longitude before latitude unless a name says otherwise. Imports
 * only {@code dataset}.
 */
package org.sozialradar.area;
