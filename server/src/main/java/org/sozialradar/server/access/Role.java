package org.sozialradar.server.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the holder of a token may do; each role may also do what those before it may. */
public enum Role {
  /** Reads what the server shows, where reading needs a token. */
  READER,
  /** Imports data. */
  EDITOR,
  /** Does all that is done on the admin port. */
  ADMIN;

  /** Name on the command line and in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a name such as {@code editor}. */
  public static Optional<Role> find(String id) {
    return List.of(values()).stream().filter(role -> role.id().equals(id)).findAny();
  }

  /** Whether this role may do what another may. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
