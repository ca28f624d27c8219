package org.sozialradar.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.eclipse.jetty.http.HttpField;

/** How answers are written as JSON: records as they are, missing values as null. */
public final class Json {
  /** Writes only; safe for use by many threads. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  /** The field {@code Content-Type: application/json}. */
  public static final HttpField TYPE = Content.type("application/json");

  private Json() {}

  /** A record, list or map as the content of an answer. */
  public static Content content(Object value, CachePolicy cache) {
    return Content.of(TYPE, bytes(value), cache);
  }

  /** A record, list or map as JSON. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an answer cannot be written as JSON", impossible);
    }
  }
}
