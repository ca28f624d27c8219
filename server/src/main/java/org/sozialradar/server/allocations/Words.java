package org.sozialradar.server.allocations;

import org.sozialradar.allocation.AllocationResult;
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

  /**
   * What a rule costs.
   *
   * @param proven whether the allocations with and without the rule are both proven optima
   */
  static LocalizedText price(String rule, AllocationResult.Price price, boolean proven) {
    String key = price.isNothing() ? "free." : "price.";
    return TEXTS.ofNumber((proven ? "" : "unproven.") + key + rule, shown(price.price()));
  }

  static LocalizedText percent(String key, double percent) {
    return TEXTS.ofNumber(key, shown(percent));
  }

  /** One decimal, and of what would be less than that the first digit that is not 0. */
  private static String shown(double number) {
    int digits = number > 0 ? (int) Math.ceil(-Math.log10(number)) : 0;
    return Decimals.round(number, Math.max(1, digits)).toPlainString();
  }
}
