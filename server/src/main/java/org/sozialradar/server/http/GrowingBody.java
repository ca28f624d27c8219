package org.sozialradar.server.http;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The body of an answer that is still being made while it is sent. Whoever makes it never waits for
 * the client; whoever sends it asks to be woken when there is more. Safe for use by one maker and
 * one sender at once.
 */
public interface GrowingBody extends Closeable {
  /**
   * Reads what is there, without waiting.
   *
   * @return number of bytes; 0 if there are none yet, -1 at the end
   * @throws IOException if it could not be made: what was sent must not look whole
   */
  int read(ByteBuffer into) throws IOException;

  /** Calls once when there is more, or at once if there is already; also at the end and failure. */
  void whenMore(Runnable wake);

  /**
   * Its length; empty while it is being made.
   *
   * @throws IOException if it could not be made
   */
  OptionalLong length() throws IOException;

  /** Its SHA-256 as {@code Repr-Digest} names it (RFC 9530); empty while it is being made. */
  Optional<String> digest();

  /** Nobody will read on: what makes it may stop. */
  @Override
  void close();
}
