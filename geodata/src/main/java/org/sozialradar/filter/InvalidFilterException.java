package org.sozialradar.filter;

import java.util.List;
import org.sozialradar.dataset.LocalizedText;

/** A filter that cannot be taken. Says what is wrong, where, and what would be right. */
public final class InvalidFilterException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final FilterFault fault;
  private final transient LocalizedText text;

  private InvalidFilterException(FilterFault fault, LocalizedText text) {
    super(text.en());
    this.fault = fault;
    this.text = text;
  }

  /**
   * A fault.
   *
   * @param details what the fault's text names, in its order
   */
  public static InvalidFilterException of(FilterFault fault, Object... details) {
    return new InvalidFilterException(fault, fault.text(details));
  }

  /**
   * A fault with details that differ between the languages.
   *
   * @param de details of the German text, in its order
   * @param en details of the English text
   */
  public static InvalidFilterException inWords(FilterFault fault, List<?> de, List<?> en) {
    return new InvalidFilterException(
        fault, new LocalizedText(fault.text(de.toArray()).de(), fault.text(en.toArray()).en()));
  }

  public FilterFault fault() {
    return fault;
  }

  /** What is wrong, for people. */
  public LocalizedText text() {
    return text;
  }
}
