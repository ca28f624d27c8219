package org.sozialradar.server.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A link as OGC API writes it.
 *
 * @param href address
 * @param rel how it relates to the document
 * @param type media type of what is there
 * @param title what people read
 * @param templated whether the address has places in braces that are to be filled
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record OgcLink(
    String href,
    String rel,
    String type,
    String title,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean templated) {
  static OgcLink of(String href, String rel, String type) {
    return new OgcLink(href, rel, type, "", false);
  }

  static OgcLink ofTemplate(String href, String rel, String type) {
    return new OgcLink(href, rel, type, "", true);
  }

  OgcLink titled(String words) {
    return new OgcLink(href, rel, type, words, templated);
  }
}
