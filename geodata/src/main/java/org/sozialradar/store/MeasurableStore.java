package org.sozialradar.store;

/** A store that can tell how its connections do. */
public interface MeasurableStore {
  /**
   * Has the figures of the store's connections written down; once at most.
   *
   * @param meters a {@code MeterRegistry} of Micrometer, which this module does not know
   * @throws IllegalArgumentException if it is none
   * @throws IllegalStateException if it was asked for before
   */
  void measure(Object meters);
}
