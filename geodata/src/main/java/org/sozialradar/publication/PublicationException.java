package org.sozialradar.publication;

import org.sozialradar.dataset.LocalizedText;

/** A result cannot be published from what is there. The text holds nothing of any respondent. */
public final class PublicationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient LocalizedText text;

  public PublicationException(String code, String de, String en) {
    super(code + ": " + en);
    this.code = code;
    text = new LocalizedText(de, en);
  }

  /** Stable name of the reason. */
  public String code() {
    return code;
  }

  public LocalizedText text() {
    return text;
  }
}
