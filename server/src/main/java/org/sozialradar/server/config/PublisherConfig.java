package org.sozialradar.server.config;

import java.util.Map;

/**
 * Who runs the server, for catalogues of open data that collect what it offers.
 *
 * @param name the office; empty if it is not said
 * @param contact mailto or web address for questions; empty if there is none
 * @param contributorId address that GovData gave to who delivers to it; empty if there is none
 */
public record PublisherConfig(String name, String contact, String contributorId) {
  static PublisherConfig of(Map<Setting, GivenValue> given) {
    return new PublisherConfig(
        given.get(Setting.PUBLISHER).text().strip(),
        given.get(Setting.CONTACT).contact(),
        given.get(Setting.CONTRIBUTOR_ID).address());
  }
}
