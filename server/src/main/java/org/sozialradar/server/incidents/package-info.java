/**
 * Areas of an incident: which areas and how many people they touch, who is at need there, what help
 * is expected, and what is near; as JSON, CSV, GeoJSON and a sheet of one page. Computed for
 * whoever asks; what an editor saved can be asked again and compared. Nothing of persons.
 *
 * <p>All values come as {@code PublishedTable}. Of the server it imports only {@code http}, {@code
 * geojson}, {@code ranking}, {@code records}, {@code snapshot}, {@code text} and {@code uploads}.
 */
package org.sozialradar.server.incidents;
