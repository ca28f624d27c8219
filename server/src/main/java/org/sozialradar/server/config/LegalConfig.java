package org.sozialradar.server.config;

import java.util.Map;
import java.util.Optional;

/**
 * What the law asks of whoever runs a site, in the operator's own words; empty where nothing is
 * set, which the page says.
 *
 * @param imprint who is responsible
 * @param privacy what happens to data of visitors
 * @param accessibility statement on accessibility
 */
public record LegalConfig(
    Optional<Statement> imprint, Optional<Statement> privacy, Optional<Statement> accessibility) {

  /**
   * What an operator says, or where it stands.
   *
   * @param words paragraphs with empty lines between them, or an address with http or https
   * @param elsewhere whether the words are the address where the statement stands
   */
  public record Statement(String words, boolean elsewhere) {}

  static LegalConfig of(Map<Setting, GivenValue> given) {
    return new LegalConfig(
        given.get(Setting.IMPRINT).statement(),
        given.get(Setting.PRIVACY).statement(),
        given.get(Setting.ACCESSIBILITY).statement());
  }
}
