package org.sozialradar.server.snapshot;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is made when it is first asked for, once. A failure is not kept: the next who asks
 * tries again. Safe for use by many threads.
 */
final class Lazy<T> {
  private final Supplier<T> maker;
  private volatile Optional<T> made = Optional.empty();

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    return made.orElseGet(this::make);
  }

  private synchronized T make() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.get();
  }
}
