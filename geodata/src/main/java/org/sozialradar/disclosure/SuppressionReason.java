package org.sozialradar.disclosure;

import java.util.Locale;

/** Why a cell is suppressed. Internal: an answer says only that it is. */
public enum SuppressionReason {
  /** It rests on fewer respondents than the rule demands. */
  FEW_RESPONDENTS,
  /** Otherwise the mean of too few respondents or cells would follow from what is published. */
  UNION_TOO_SMALL,
  /** Otherwise a suppressed value could be told too narrowly. */
  VALUE_TOO_NARROW,
  /** Otherwise the number of respondents of a suppressed cell could be told. */
  SIZE_TOO_NARROW;

  /** Name in reports: lower case with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
