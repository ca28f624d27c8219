package org.sozialradar.ingest;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.sozialradar.dataset.LocalizedText;

/** Says in words why a value of a manifest or definition could not be taken; does not quote it. */
public final class UnfitValue {
  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, Integer.class, long.class, Long.class);
  private static final Set<Class<?>> DECIMAL =
      Set.of(double.class, Double.class, float.class, Float.class);

  private UnfitValue() {}

  /** What is expected where reading failed, or what the record found that refused the value. */
  public static LocalizedText describe(JsonMappingException failure) {
    if (failure.getCause() instanceof InvalidSettingException invalid) {
      return invalid.text();
    }
    if (failure.getCause() instanceof IllegalArgumentException refused) {
      String reason = String.valueOf(refused.getMessage());
      return new LocalizedText(reason, reason);
    }
    return failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
        ? expected(mismatch.getTargetType())
        : new LocalizedText(failure.getOriginalMessage(), failure.getOriginalMessage());
  }

  private static LocalizedText expected(Class<?> type) {
    if (type.isEnum()) {
      String names =
          Arrays.stream(type.getEnumConstants())
              .map(one -> ((Enum<?>) one).name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .collect(Collectors.joining(", "));
      return new LocalizedText(
          "erwartet wird eines von " + names, "one of " + names + " is expected");
    }
    if (WHOLE.contains(type)) {
      return new LocalizedText("erwartet wird eine ganze Zahl", "a whole number is expected");
    }
    if (DECIMAL.contains(type)) {
      return new LocalizedText("erwartet wird eine Zahl", "a number is expected");
    }
    if (type == boolean.class || type == Boolean.class) {
      return new LocalizedText("erwartet wird true oder false", "true or false is expected");
    }
    if (type == String.class) {
      return new LocalizedText("erwartet wird ein Text", "a text is expected");
    }
    return Collection.class.isAssignableFrom(type)
        ? new LocalizedText("erwartet wird eine Liste", "a list is expected")
        : new LocalizedText(
            "erwartet werden Schlüssel mit Werten", "keys with values are expected");
  }
}
