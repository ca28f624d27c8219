package org.sozialradar.store;

/** Being told of new revisions, until closed. */
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
