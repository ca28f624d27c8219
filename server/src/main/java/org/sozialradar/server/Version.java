package org.sozialradar.server;

import java.util.Optional;

/** The version of the product. */
final class Version {
  private Version() {}

  /** The version that the distribution names, or {@code development} when it runs from classes. */
  static String current() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
