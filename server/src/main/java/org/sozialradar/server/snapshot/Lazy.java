package org.sozialradar.server.snapshot;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is made when it is first asked for, once. A failure is not kept: the next who asks
 * tries again. Safe for use by many threads.
 */
public final class Lazy<T> {
  private final Supplier<T> maker;
  private volatile Optional<T> made;

  /** A value that is not there yet. */
  public Lazy(Supplier<T> maker) {
    this(Optional.empty(), maker);
  }

  /**
   * A value that may be there already.
   *
   * @param maker makes it if it is not there
   */
  Lazy(Optional<T> made, Supplier<T> maker) {
    this.made = made;
    this.maker = maker;
  }

  /** The value, made if it is not there yet. */
  public T get() {
    return made.orElseGet(this::make);
  }

  /** The value if it was made. */
  Optional<T> find() {
    return made;
  }

  private synchronized T make() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.get();
  }
}
