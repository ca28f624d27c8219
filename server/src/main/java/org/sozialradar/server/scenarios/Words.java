package org.sozialradar.server.scenarios;

import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/** Says in German and English what stands with a scenario. */
final class Words {
  private static final Texts GERMAN = Texts.of(Words.class, "scenarios", Language.GERMAN);
  private static final Texts ENGLISH = Texts.of(Words.class, "scenarios", Language.ENGLISH);

  private Words() {}

  static LocalizedText of(String key, Object... arguments) {
    return new LocalizedText(GERMAN.get(key, arguments), ENGLISH.get(key, arguments));
  }

  /** A text about an indicator, by its name. */
  static LocalizedText about(String key, LocalizedText name, Object number) {
    return new LocalizedText(
        GERMAN.get(key, name.de(), number), ENGLISH.get(key, name.en(), number));
  }
}
