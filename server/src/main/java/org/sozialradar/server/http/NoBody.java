package org.sozialradar.server.http;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/** What HEAD gets in place of a body that would only be made for it. */
final class NoBody implements GrowingBody {
  @Override
  public int read(ByteBuffer into) {
    return -1;
  }

  @Override
  public void whenMore(Runnable wake) {
    wake.run();
  }

  /** Unknown, as the body's would be. */
  @Override
  public OptionalLong length() {
    return OptionalLong.empty();
  }

  @Override
  public Optional<String> digest() {
    return Optional.empty();
  }

  @Override
  public void close() {
    // Nothing was begun.
  }
}
