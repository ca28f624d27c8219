package org.sozialradar.composite;

/**
 * Something that a reader of an index should know, though it could be computed.
 *
 * @param kind what it is
 * @param subject id of the indicator, dimension or index that it is about
 * @param detail the figures or ids behind it, without words
 */
public record IndexWarning(Kind kind, String subject, String detail) {

  /** Kinds of warning. */
  public enum Kind {
    /** Outliers remain although as many values as allowed were changed. Detail: G1 and G2. */
    OUTLIERS_REMAIN,
    /** Values lie beyond the goalposts and got the score of the end. Detail: how many. */
    BEYOND_GOALPOSTS,
    /** Parts load against the anchor of the principal component. Detail: their ids. */
    MIXED_SIGNS,
    /** One component is not enough. Detail: the second eigenvalue. */
    SECOND_COMPONENT,
    /** The anchor has next to no loading, so the sign says nothing. Detail: the loading. */
    WEAK_ANCHOR;

    /** Name in answers: lower case with hyphens, such as {@code mixed-signs}. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
