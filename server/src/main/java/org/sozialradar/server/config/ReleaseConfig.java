package org.sozialradar.server.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where files of releases are kept.
 *
 * @param folder the folder; empty if none is named and the store is no folder beside which it could
 *     stand
 */
public record ReleaseConfig(Optional<Path> folder) {
  private static final String FOLDER = "releases";

  static ReleaseConfig of(Map<Setting, GivenValue> given) {
    var named = given.get(Setting.RELEASES_FOLDER);
    return new ReleaseConfig(
        named.text().isBlank()
            ? AccessConfig.besideStore(given.get(Setting.STORE).required(), FOLDER)
            : Optional.of(named.path()));
  }
}
