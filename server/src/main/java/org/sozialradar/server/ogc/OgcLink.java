package org.sozialradar.server.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A link as OGC API writes it.
 *
 * @param href address
 * @param rel how it relates to the document
 * @param type media type of what is there
 * @param title what people read
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record OgcLink(String href, String rel, String type, String title) {
  static OgcLink of(String href, String rel, String type) {
    return new OgcLink(href, rel, type, "");
  }
}
