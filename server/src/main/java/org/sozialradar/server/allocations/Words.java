package org.sozialradar.server.allocations;

import java.math.BigDecimal;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.server.text.Bilingual;

/** Says in German and English what stands with an allocation. */
final class Words {
  private static final Bilingual TEXTS = Bilingual.of(Words.class, "allocations");

  private Words() {}

  static LocalizedText of(String key, Object... arguments) {
    return TEXTS.get(key, arguments);
  }

  static LocalizedText price(String rule, BigDecimal lost) {
    return lost.signum() == 0
        ? of("free." + rule)
        : TEXTS.ofNumber("price." + rule, lost.toPlainString());
  }

  static LocalizedText percent(String key, double percent) {
    return TEXTS.ofNumber(key, Decimals.round(percent, 2).toPlainString());
  }
}
