package org.sozialradar.store;

/** An address that names no store which this version can open: a mistake of the caller. */
public final class StoreAddressException extends StoreException {
  private static final long serialVersionUID = 1L;

  /**
   * @param address the address as it was given, without password
   * @param problem what is wrong with it, to follow a colon
   */
  public StoreAddressException(String address, String problem) {
    super("the store address '" + address + "': " + problem);
  }
}
