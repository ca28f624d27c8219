package org.sozialradar.server.allocations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.allocation.AllocationResult;
import org.sozialradar.allocation.AllocationRules;

/** What is said of the price of a rule, and of a gap. */
class WordsTest {
  private static String price(double price, boolean proven) {
    var rule = AllocationRules.Rule.BUDGET;
    var cost = new AllocationResult.Price(rule, 100, proven ? 100 : 110, price);
    return Words.price("budget", cost, proven).de();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0      | true  | kostet nichts
          0.00001| true  | kostet nichts
          0.04   | true  | Bedarf von 0,04 ungedeckt
          0.0012 | true  | Bedarf von 0,001 ungedeckt
          12.34  | true  | Bedarf von 12,3 ungedeckt
          0      | false | ist nicht bewiesen: Mit mehr Geld wurde keine Verteilung gefunden
          12.34  | false | ist nicht bewiesen: Mit mehr Geld wurde eine Verteilung gefunden, die 12,3 mehr
          """)
  void onlyAProvenPriceOfNothingIsCalledSo(double price, boolean proven, String words) {
    assertThat(price(price, proven)).contains(words);
  }

  @ParameterizedTest
  @EnumSource(AllocationRules.Rule.class)
  void everyRuleHasItsWords(AllocationRules.Rule rule) {
    String name = rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    for (double lost : new double[] {0, 3}) {
      var price = new AllocationResult.Price(rule, 100, 100, lost);
      var proven = Words.price(name, price, true);
      var unproven = Words.price(name, price, false);
      assertThat(proven.de()).isNotBlank().doesNotContain("nicht bewiesen", "{");
      assertThat(unproven.de()).contains("nicht bewiesen").doesNotContain("{");
      assertThat(unproven.en()).contains("not proven").doesNotContain("{");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0002, 0.04, 3})
  void aGapIsNeverZero(double percent) {
    assertThat(Words.percent("note.gap", percent).en()).doesNotContain("up to 0 %");
  }
}
