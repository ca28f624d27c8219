package org.sozialradar.server.text;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/**
 * The texts of one package in one language: property files in UTF-8 with {@link MessageFormat}
 * patterns. Immutable.
 *
 * <p>Arguments are texts: numbers are written by the caller, as a port is no amount.
 */
public final class Texts {
  private final ResourceBundle bundle;

  private Texts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /**
   * The texts beside a class.
   *
   * @param owner a class of the package that owns them
   * @param name name of the bundle, the property files are {@code name_de} and {@code name_en}
   */
  public static Texts of(Class<?> owner, String name, Language language) {
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new Texts(
        ResourceBundle.getBundle(
            owner.getPackageName() + "." + name,
            language.locale(),
            owner.getClassLoader(),
            control));
  }

  /**
   * A text with its arguments filled in.
   *
   * @throws java.util.MissingResourceException if there is no such text, which is a bug
   */
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
  }

  /** The bundle itself, for libraries that take one. */
  public ResourceBundle bundle() {
    return bundle;
  }
}
