package org.sozialradar.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Work that was begun and goes on after the answer (202).
 *
 * @param location path that tells how it goes on
 * @param state how it stands now, as JSON
 */
public record Accepted(String location, Object state) implements Answer {
  @Override
  public Reply reply(String acceptEncoding, String ifNoneMatch) {
    byte[] body;
    try {
      body = Json.MAPPER.writeValueAsBytes(state);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an answer cannot be written as JSON", impossible);
    }
    return new Reply(
        202,
        List.of(
            Json.TYPE,
            new HttpField(HttpHeader.LOCATION, location),
            new HttpField(HttpHeader.CONTENT_LENGTH, Integer.toString(body.length)),
            CachePolicy.NEVER.field()),
        ByteBuffer.wrap(body));
  }
}
