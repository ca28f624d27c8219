package org.sozialradar.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an issue means for the import. */
public enum Severity {
  /** The data package is rejected. */
  @JsonProperty("error")
  ERROR,
  /** Something was left out or changed; the rest is stored. */
  @JsonProperty("warning")
  WARNING,
  /** Worth knowing; nothing was left out. */
  @JsonProperty("note")
  NOTE
}
