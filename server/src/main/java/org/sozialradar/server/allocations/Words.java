package org.sozialradar.server.allocations;

import java.math.BigDecimal;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/** Says in German and English what stands with an allocation. */
final class Words {
  private static final Texts GERMAN = Texts.of(Words.class, "allocations", Language.GERMAN);
  private static final Texts ENGLISH = Texts.of(Words.class, "allocations", Language.ENGLISH);

  private Words() {}

  static LocalizedText of(String key, Object... arguments) {
    return new LocalizedText(GERMAN.get(key, arguments), ENGLISH.get(key, arguments));
  }

  static LocalizedText price(String rule, BigDecimal lost) {
    return lost.signum() == 0 ? of("free." + rule) : number("price." + rule, lost.toPlainString());
  }

  static LocalizedText percent(String key, double percent) {
    return number(key, Decimals.round(percent, 2).toPlainString());
  }

  private static LocalizedText number(String key, String number) {
    return new LocalizedText(GERMAN.get(key, number.replace('.', ',')), ENGLISH.get(key, number));
  }
}
