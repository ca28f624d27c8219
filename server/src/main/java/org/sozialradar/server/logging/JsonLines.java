package org.sozialradar.server.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes each event as one JSON object on a line of its own: {@code time} (ISO 8601, UTC), {@code
 * level}, {@code logger}, {@code thread}, {@code message}, what the event brings along (the fields
 * of a request, the request's id) and, of a failure, the first frames of its {@code stack}.
 *
 * <p>Logback's own JSON encoder writes times as milliseconds, fields as a list of texts and stack
 * traces without end, which none of the usual collectors takes as it is. Safe for use by many
 * threads.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {
  /** Frames of each failure in a chain. */
  static final int MOST_FRAMES = 20;

  static final int LONGEST_STACK = 8_000;
  static final int LONGEST_MESSAGE = 2_000;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final byte[] NOTHING = {};

  private final ThrowableProxyConverter stacks = new ThrowableProxyConverter();

  @Override
  public void start() {
    stacks.setContext(getContext());
    stacks.setOptionList(List.of(Integer.toString(MOST_FRAMES)));
    stacks.start();
    super.start();
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    try {
      return (MAPPER.writeValueAsString(fields(event)) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts and numbers cannot be written", impossible);
    }
  }

  private Map<String, Object> fields(ILoggingEvent event) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("time", event.getInstant().toString());
    fields.put("level", event.getLevel().toString());
    fields.put("logger", event.getLoggerName());
    fields.put("thread", event.getThreadName());
    fields.put("message", shorten(event.getFormattedMessage(), LONGEST_MESSAGE));
    fields.putAll(event.getMDCPropertyMap());
    if (event.getKeyValuePairs() != null) {
      event.getKeyValuePairs().forEach(pair -> fields.put(pair.key, plain(pair.value)));
    }
    if (event.getThrowableProxy() != null) {
      fields.put("stack", shorten(stacks.convert(event), LONGEST_STACK));
    }
    return fields;
  }

  private static Object plain(Object value) {
    return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
  }

  private static String shorten(String text, int most) {
    if (text == null) {
      return "";
    }
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}
