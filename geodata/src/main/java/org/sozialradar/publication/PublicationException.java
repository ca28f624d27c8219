package org.sozialradar.publication;

import org.sozialradar.dataset.LocalizedText;

/** A result cannot be published from what is there. The text holds nothing of any respondent. */
public final class PublicationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String field;
  private final transient LocalizedText text;

  public PublicationException(String code, String de, String en) {
    this(code, "", de, en);
  }

  /**
   * @param field path within the definition, such as {@code covariates/0}; empty if it is about no
   *     part of it
   */
  public PublicationException(String code, String field, String de, String en) {
    super(code + ": " + en);
    this.code = code;
    this.field = field;
    text = new LocalizedText(de, en);
  }

  /** Stable name of the reason. */
  public String code() {
    return code;
  }

  /** Path of the part of the definition that it is about; empty for none. */
  public String field() {
    return field;
  }

  public LocalizedText text() {
    return text;
  }
}
