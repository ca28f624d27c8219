package org.sozialradar.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GermanKeysTest {

  /** Keys of the official directory of municipalities. */
  @ParameterizedTest
  @CsvSource({
    "145110000000, 14511000, 145110000, 14511, 145, 14",
    "084355007053, 08435053, 084355007, 08435, 084, 08",
    "010010000000, 01001000, 010010000, 01001,    , 01",
    "110000000000, 11000000, 110000000, 11000,    , 11"
  })
  void cutsAnArsIntoItsParts(
      String ars, String ags, String association, String district, String region, String state) {
    assertThat(GermanKeys.agsOfArs(ars)).isEqualTo(ags);
    assertThat(GermanKeys.associationOfArs(ars)).isEqualTo(association);
    assertThat(GermanKeys.districtOfAgs(ags)).isEqualTo(district);
    assertThat(GermanKeys.findRegionOfAgs(ags).orElse(null)).isEqualTo(region);
    assertThat(GermanKeys.stateOfAgs(ags)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "1001000, 8, 01001000",
    "14511000, 8, 14511000",
    "84355007053, 12, 084355007053",
    "145110000, 8, 145110000",
    "A01, 8, A01",
    "'', 8, ''"
  })
  void restoresZerosByLength(String text, int length, String key) {
    assertThat(GermanKeys.restoreLeadingZeros(text, length)).isEqualTo(key);
  }

  @Test
  void namesTheSixteenStates() {
    assertThat(IntStream.rangeClosed(1, 16).mapToObj(i -> String.format("%02d", i)))
        .allSatisfy(key -> assertThat(GermanKeys.findStateName(key)).isPresent());
    assertThat(GermanKeys.findStateName("14")).contains("Sachsen");
    assertThat(GermanKeys.findStateName("17")).isEmpty();
    assertThat(GermanKeys.findRegionName("091")).contains("Oberbayern");
  }

  @ParameterizedTest
  @CsvSource({"17001000", "00001000", "1451100", "145110000000", "1451100x"})
  void refusesWhatIsNoAgs(String key) {
    assertThat(GermanKeys.isAgs(key)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> GermanKeys.districtOfAgs(key));
  }
}
