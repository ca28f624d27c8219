package org.sozialradar.server.http;

import java.util.List;

/**
 * A request that cannot be answered as asked. It becomes problem details in one place, {@link
 * Problems}.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** More of a client's own text is not repeated to it. */
  private static final int LONGEST_ARGUMENT = 300;

  private final ProblemType type;
  private final String parameter;
  private final String reason;
  private final transient List<String> arguments;

  private ProblemException(
      ProblemType type, String parameter, String reason, List<String> arguments) {
    super(type.slug() + " " + reason + parameter + " " + arguments, null, false, false);
    this.type = type;
    this.reason = reason;
    this.parameter = parameter;
    this.arguments = arguments;
  }

  /**
   * A problem.
   *
   * @param arguments what fills the places of the detail's text
   */
  public static ProblemException of(ProblemType type, Object... arguments) {
    return new ProblemException(type, "", "", texts(arguments));
  }

  /**
   * A problem of a kind that has several reasons, each with a text of its own.
   *
   * @param reason name of the reason: the text's key after that of the kind
   * @param arguments what fills the places of the reason's text
   */
  public static ProblemException ofReason(ProblemType type, String reason, List<String> arguments) {
    return new ProblemException(type, "", reason, texts(arguments.toArray()));
  }

  /**
   * A problem with one parameter of the address. Its detail gets the name of the parameter as the
   * first argument.
   *
   * @param parameter name of the path or query parameter
   * @param arguments what else fills the places of the detail's text
   */
  public static ProblemException ofParameter(
      ProblemType type, String parameter, Object... arguments) {
    return new ProblemException(type, parameter, "", texts(arguments));
  }

  /**
   * A parameter whose value is none of those that are possible.
   *
   * @param possible what is, in the server's own words, however long
   */
  static ProblemException badParameter(String parameter, String value, String possible) {
    return new ProblemException(
        ProblemType.BAD_PARAMETER, parameter, "", List.of(shorten(value), possible));
  }

  /**
   * A parameter whose value has a fault with a text of its own.
   *
   * @param reason name of the fault: the text's key after that of the kind
   */
  static ProblemException badParameterFor(String reason, String parameter, String value) {
    return new ProblemException(
        ProblemType.BAD_PARAMETER, parameter, reason, List.of(shorten(value)));
  }

  /**
   * A problem with one parameter that was explained elsewhere, in the language of the client.
   *
   * @param explanation becomes the detail as it is
   */
  public static ProblemException explained(ProblemType type, String parameter, String explanation) {
    return new ProblemException(type, parameter, "", List.of(explanation));
  }

  private static List<String> texts(Object... arguments) {
    return List.of(arguments).stream().map(String::valueOf).map(ProblemException::shorten).toList();
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_ARGUMENT ? text : text.substring(0, LONGEST_ARGUMENT) + "…";
  }

  public ProblemType type() {
    return type;
  }

  /** The parameter that it is about; empty if it is about none. */
  public String parameter() {
    return parameter;
  }

  /** Which of the kind's reasons it has; empty if the kind has one only. */
  String reason() {
    return reason;
  }

  public List<String> arguments() {
    return arguments;
  }
}
