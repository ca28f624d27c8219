package org.sozialradar.server.http;

import java.util.Set;

/**
 * An address and what answers it, for GET and HEAD alike.
 *
 * @param path template with {@code {name}} for path parameters
 * @param parameters query parameters that it knows; others are refused, so that a slip of the pen
 *     does not pass unnoticed
 * @param anyParameter whether it lets all others pass, as the page does, which keeps its state in
 *     the address
 * @param urgent whether it is answered even when the server has no place for more requests
 * @param costly whether one client may ask only so often
 * @param answering what answers
 */
public record Route(
    String path,
    Set<String> parameters,
    boolean anyParameter,
    boolean urgent,
    boolean costly,
    Answering answering) {

  /** Answers one request. */
  @FunctionalInterface
  public interface Answering {
    /**
     * The answer.
     *
     * @throws ProblemException if the request cannot be fulfilled as asked
     */
    Answer answer(Query query);
  }

  public Route {
    parameters = Set.copyOf(parameters);
  }

  /** A route that knows just these query parameters. */
  public static Route of(String path, Set<String> parameters, Answering answering) {
    return new Route(path, parameters, false, false, false, answering);
  }

  /** A route that one client may ask only so often. */
  public static Route costly(String path, Set<String> parameters, Answering answering) {
    return new Route(path, parameters, false, false, true, answering);
  }

  /** A route without query parameters. */
  public static Route of(String path, Answering answering) {
    return of(path, Set.of(), answering);
  }

  /** A route that lets any query parameter pass. */
  public static Route lenient(String path, Answering answering) {
    return new Route(path, Set.of(), true, false, false, answering);
  }

  /** A route without places in its path that is answered even when the server is busy. */
  public static Route urgent(String path, Answering answering) {
    return new Route(path, Set.of(), false, true, false, answering);
  }
}
