package org.sozialradar.store;

/** The store does not answer now and may do so later, such as a database server that is down. */
public final class StoreUnreachableException extends StoreException {
  private static final long serialVersionUID = 1L;

  public StoreUnreachableException(String message, Throwable cause) {
    super(message, cause);
  }

  public StoreUnreachableException(String message) {
    super(message);
  }
}
