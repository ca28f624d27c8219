package org.sozialradar.dataset;

/**
 * A text in the product's two languages, German first.
 *
 * @param de German text, not blank
 * @param en English text, not blank
 */
public record LocalizedText(String de, String en) {
  public LocalizedText {
    if (de.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("a localized text needs German and English");
    }
  }

  /** The same text in both languages, for proper names. */
  public static LocalizedText same(String text) {
    return new LocalizedText(text, text);
  }
}
