package org.sozialradar.server.ranking;

import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.priority.PriorityMethod;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/** Says in German and English what stands with an order of areas. */
final class Words {
  private static final Texts GERMAN = Texts.of(Words.class, "priorities", Language.GERMAN);
  private static final Texts ENGLISH = Texts.of(Words.class, "priorities", Language.ENGLISH);

  private Words() {}

  static LocalizedText of(String key, Object... arguments) {
    return new LocalizedText(GERMAN.get(key, arguments), ENGLISH.get(key, arguments));
  }

  /** A text about an indicator, by its name. */
  static LocalizedText about(String key, LocalizedText name, Object number) {
    return new LocalizedText(
        GERMAN.get(key, name.de(), number), ENGLISH.get(key, name.en(), number));
  }

  static LocalizedText normalisation(PriorityMethod method) {
    return of("normalisation." + method.id());
  }

  static LocalizedText decomposition(PriorityMethod method) {
    return of("decomposition." + method.id());
  }
}
