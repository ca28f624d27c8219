package org.sozialradar.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.sozialradar.area.AreaCode;

/** Small tables of reference values beside the tests: no quotes, one header. */
final class ReferenceTable {
  private ReferenceTable() {}

  static List<String[]> rows(String name) {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ReferenceTable.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The input of the Fay–Herriot reference: 40 areas, five without respondents. */
  static ModelInput fayHerriot() {
    ModelInput.Builder builder = ModelInput.means(List.of("x1", "x2"));
    for (String[] row : rows("fay_herriot_input.csv")) {
      var area = new AreaCode(row[0]);
      double[] x = {Double.parseDouble(row[4]), Double.parseDouble(row[5])};
      if (row[2].isEmpty()) {
        builder.withoutRespondents(area, x);
      } else {
        builder.sampled(area, Double.parseDouble(row[2]), Double.parseDouble(row[3]), x);
      }
    }
    return builder.build();
  }

  /**
   * An input with the columns area, value, precision and covariates; without value: no respondents.
   */
  static ModelInput read(String name, ModelInput.Builder builder) {
    for (String[] row : rows(name)) {
      var area = new AreaCode(row[0]);
      double[] x = Arrays.stream(row).skip(3).mapToDouble(Double::parseDouble).toArray();
      if (row[1].isEmpty()) {
        builder.withoutRespondents(area, x);
      } else {
        builder.sampled(area, Double.parseDouble(row[1]), Double.parseDouble(row[2]), x);
      }
    }
    return builder.build();
  }

  static void same(double actual, String expected) {
    double number = Double.parseDouble(expected);
    assertThat(actual).isCloseTo(number, within(1e-6 * Math.abs(number)));
  }

  /** Stable name of the reason for which something is refused. */
  static String code(ThrowingCallable refused) {
    return catchThrowableOfType(ModelRefusedException.class, refused).code();
  }
}
