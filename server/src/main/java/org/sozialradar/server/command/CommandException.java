package org.sozialradar.server.command;

import java.util.List;

/** A command that cannot be carried out, with the text that says so and the exit code. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String key;
  private final transient List<String> arguments;

  /**
   * A failure that its user can do something about.
   *
   * @param exitCode one of {@link ExitCode}
   * @param key key of the text
   * @param arguments what fills its places
   */
  public CommandException(int exitCode, String key, Object... arguments) {
    super(key + " " + List.of(arguments));
    this.exitCode = exitCode;
    this.key = key;
    this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
  }

  int exitCode() {
    return exitCode;
  }

  String key() {
    return key;
  }

  List<String> arguments() {
    return arguments;
  }
}
