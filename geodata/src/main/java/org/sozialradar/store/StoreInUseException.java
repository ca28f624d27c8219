package org.sozialradar.store;

/** Another process holds the embedded store open. */
public final class StoreInUseException extends StoreException {
  private static final long serialVersionUID = 1L;
  private final long processId;

  public StoreInUseException(String store, long processId) {
    super("the store " + store + " is in use by process " + processId);
    this.processId = processId;
  }

  /** The process that holds the store. */
  public long processId() {
    return processId;
  }
}
