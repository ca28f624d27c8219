package org.sozialradar.filter;

/** What a filter looks at. */
@FunctionalInterface
public interface Row {
  /**
   * The value of a property, {@link Value#MISSING} if the row has none.
   *
   * @param property a name of the {@link Queryables} that the filter was checked against
   */
  Value get(String property);
}
