package org.sozialradar.server.text;

import java.util.Arrays;
import java.util.function.Function;
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

  /** A text with its arguments filled in; those that are texts themselves in its language. */
  public LocalizedText get(String key, Object... arguments) {
    return new LocalizedText(
        german.get(key, in(LocalizedText::de, arguments)),
        english.get(key, in(LocalizedText::en, arguments)));
  }

  private static Object[] in(Function<LocalizedText, String> language, Object... arguments) {
    return Arrays.stream(arguments)
        .map(one -> one instanceof LocalizedText text ? language.apply(text) : one)
        .toArray();
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
