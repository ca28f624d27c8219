package org.sozialradar.classification;

import java.util.Optional;

/** How class breaks are found. */
public enum ClassificationMethod {
  /** Classes of about the same number of areas. */
  QUANTILE("quantile"),
  /** Classes of the same width. */
  EQUAL("equal"),
  /** Natural breaks; each break is the largest value of its class. */
  JENKS("jenks"),
  /** Natural breaks; each break lies midway between two classes. */
  FISHER("fisher"),
  /** Classes one standard deviation wide around the mean. */
  STANDARD_DEVIATION("stddev"),
  /** Breaks that the reader gives. */
  MANUAL("manual");

  private final String id;

  ClassificationMethod(String id) {
    this.id = id;
  }

  /** Name in addresses and answers. */
  public String id() {
    return id;
  }

  /** The method of a name in addresses, if there is one. */
  public static Optional<ClassificationMethod> find(String id) {
    for (var method : values()) {
      if (method.id.equals(id)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }
}
