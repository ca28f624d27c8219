package org.sozialradar.server.exports;

/**
 * A file of a package.
 *
 * @param name its name
 * @param kind what it holds: key of the text that says so
 */
record PackageFile(String name, String kind) {
  static final String README = "readme";
  static final String CITATION = "citation";
  static final String DESCRIPTION = "description";

  /** Areas or features with geometry. */
  static final String FEATURES = "features";

  /** A row for each area or feature. */
  static final String TABLE = "table";

  /** A row for each area, indicator and period. */
  static final String LONG = "long";

  /** Keys and names of areas alone. */
  static final String AREAS = "areas";

  static final String CODEBOOK = "codebook";

  /** How a computed indicator was made. */
  static final String METHOD = "method";

  static final String CHECKSUMS = "checksums";
}
