package org.sozialradar.filter.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.filter.FilterFault;
import org.sozialradar.filter.InvalidFilterException;

class Cql2JsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"op\":\"=\",\"args\":[{\"property\":\"a\"},1] | NOT_JSON | line 1",
        "{\"op\":\"=\",\"op\":\"<\",\"args\":[1,1]} | NOT_JSON | line 1",
        "null | BAD_NODE | $",
        "{\"op\":\"=\",\"args\":[{\"property\":3},1]} | BAD_NODE | $.args[0].property",
        "{\"op\":\"=\",\"args\":[1]} | BAD_NODE | exactly 2",
        "{\"op\":\"and\",\"args\":[true]} | BAD_NODE | two arguments",
        "{\"op\":\"in\",\"args\":[1,2]} | BAD_NODE | $.args[1]",
        "{\"op\":\"=\"} | BAD_NODE | $.args",
        "{\"type\":\"Sphere\"} | BAD_NODE | geometry",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[0,1]]]} | BAD_GEOMETRY | ring",
        "{\"date\":\"2023-02-30\"} | BAD_TIME | 2023-02-30",
        "{\"interval\":[\"..\"]} | BAD_NODE | two ends",
        "{\"bbox\":[1,2,3]} | BAD_GEOMETRY | four",
      })
  void whatIsWrongIsSaidWithItsPlace(String json, FilterFault fault, String says) {
    var problem = refused(json);
    assertThat(problem.fault()).isEqualTo(fault);
    assertThat(problem.text().en()).contains(says);
  }

  @Test
  void depthIsLimited() {
    String not = "{\"op\":\"not\",\"args\":[";
    for (int levels : new int[] {20, 40, 150}) {
      assertThat(refused(not.repeat(levels) + "true" + "]}".repeat(levels)).fault())
          .isEqualTo(FilterFault.TOO_DEEP);
    }
    assertThat(refused("[".repeat(1000)).fault()).isEqualTo(FilterFault.TOO_DEEP);
    assertThat(refused("9".repeat(3000) + "]").fault()).isEqualTo(FilterFault.NOT_JSON);
    assertThat(refused("\"" + "a".repeat(4096) + "\"").fault()).isEqualTo(FilterFault.TOO_LONG);
  }

  private static InvalidFilterException refused(String json) {
    return catchThrowableOfType(InvalidFilterException.class, () -> Cql2Json.parse(json));
  }
}
