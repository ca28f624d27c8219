package org.sozialradar.disclosure;

/** How precise a direct result is, judged by the width of its interval on its own scale. */
public enum Precision {
  PRECISE,
  /** Shown in brackets. */
  LIMITED,
  /** The value is hidden, the fact is shown. */
  TOO_IMPRECISE
}
