package org.sozialradar.store;

/**
 * With which name and password a database is opened; neither is ever printed with the other.
 *
 * @param user name of the role; empty if the address, or the database's own default, says it
 * @param password password; empty if none is needed or the address holds it
 */
public record StoreLogin(String user, String password) {
  /** What the address says, or nothing. */
  public static final StoreLogin NONE = new StoreLogin("", "");

  /** Without the password. */
  @Override
  public String toString() {
    return "StoreLogin[" + user + "]";
  }
}
