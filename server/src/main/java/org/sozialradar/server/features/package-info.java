/**
 * Collections of features that leave the server: levels of areas with their published values, and
 * context layers; and the parameters that choose among them (rectangle, time, filter, coordinate
 * system). Shared by OGC API and exports.
 *
 * <p>Imports {@code http}, {@code snapshot} and {@code text} of the server.
 */
package org.sozialradar.server.features;
