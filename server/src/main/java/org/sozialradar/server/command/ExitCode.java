package org.sozialradar.server.command;

/** What the commands tell the shell. */
public final class ExitCode {
  /** Done. */
  public static final int OK = 0;

  /** The data were rejected, or the store could not keep them. */
  public static final int REJECTED = 1;

  /** Wrong usage, such as an unknown option or a port that is in use. */
  public static final int USAGE = 2;

  /** Another process holds the store. */
  public static final int STORE_IN_USE = 3;

  private ExitCode() {}
}
