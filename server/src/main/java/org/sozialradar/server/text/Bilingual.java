package org.sozialradar.server.text;

import org.sozialradar.dataset.LocalizedText;

/**
 * The texts of one package in German and English at once, for answers that carry both. Immutable.
 */
public final class Bilingual {
  private final Texts german;
  private final Texts english;

  private Bilingual(Texts german, Texts english) {
    this.german = german;
    this.english = english;
  }

  /**
   * The texts beside a class.
   *
   * @param owner a class of the package that owns them
   * @param name name of the bundle, as in {@link Texts#of}
   */
  public static Bilingual of(Class<?> owner, String name) {
    return new Bilingual(
        Texts.of(owner, name, Language.GERMAN), Texts.of(owner, name, Language.ENGLISH));
  }

  /** A text with its arguments filled in. */
  public LocalizedText get(String key, Object... arguments) {
    return new LocalizedText(german.get(key, arguments), english.get(key, arguments));
  }

  /** A text about an indicator, by its name, and perhaps a number. */
  public LocalizedText about(String key, LocalizedText name, Object number) {
    return new LocalizedText(
        german.get(key, name.de(), number), english.get(key, name.en(), number));
  }

  /**
   * A text about a number, with the decimal mark of each language.
   *
   * @param number digits with a point, as {@link java.math.BigDecimal#toPlainString}
   */
  public LocalizedText ofNumber(String key, String number) {
    return new LocalizedText(german.get(key, number.replace('.', ',')), english.get(key, number));
  }
}
