package org.sozialradar.server.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.sozialradar.server.text.Language;

/**
 * What a request asks: its parameters, checked on reading, and the language of its client.
 * Immutable.
 */
public final class Query {
  private final Map<String, String> pathParameters;
  private final Map<String, List<String>> parameters;
  private final String baseUrl;
  private final Language language;
  private final String accept;

  /**
   * What a request asks.
   *
   * @param pathParameters values of the template's places, decoded
   * @param parameters query parameters, decoded
   * @param baseUrl address under which the client reached the server, with the path before ours if
   *     there is one, without a slash at the end
   * @param language language of the client
   * @param accept value of {@code Accept}, empty if there is none
   */
  public Query(
      Map<String, String> pathParameters,
      Map<String, List<String>> parameters,
      String baseUrl,
      Language language,
      String accept) {
    this.pathParameters = Map.copyOf(pathParameters);
    this.parameters = Map.copyOf(parameters);
    this.baseUrl = baseUrl;
    this.language = language;
    this.accept = accept;
  }

  /** Refuses parameters that an address does not know. */
  void requireKnown(Set<String> known) {
    for (String name : parameters.keySet()) {
      if (!known.contains(name)) {
        throw ProblemException.ofParameter(ProblemType.UNKNOWN_PARAMETER, name);
      }
    }
  }

  /** The same with a parameter more, or with another value of it. */
  public Query with(String name, String value) {
    var more = new HashMap<>(parameters);
    more.put(name, List.of(value));
    return new Query(pathParameters, more, baseUrl, language, accept);
  }

  /** Whether it says nothing but in which language; parameters without value say nothing. */
  public boolean isEmpty() {
    return parameters.keySet().stream()
        .noneMatch(name -> !name.equals("lang") && find(name).isPresent());
  }

  public String baseUrl() {
    return baseUrl;
  }

  /**
   * Path below which clients see the server, as links within pages need it: empty, or such as
   * {@code /radar} where it stands behind another one.
   */
  public String root() {
    return root(baseUrl);
  }

  /** Path of an address without a slash at its end. */
  public static String root(String baseUrl) {
    int path = baseUrl.indexOf('/', baseUrl.indexOf("://") + "://".length());
    return path < 0 ? "" : baseUrl.substring(path);
  }

  public Language language() {
    return language;
  }

  /**
   * Which of some media types the client likes best, the first offered of those it likes equally
   * (RFC 9110, section 12.5.1).
   *
   * @param offered media types without parameters
   * @throws ProblemException if it likes none
   */
  public String negotiate(List<String> offered) {
    if (accept.replace(',', ' ').isBlank()) {
      return offered.get(0);
    }
    return AcceptedTypes.of(accept)
        .best(offered)
        .orElseThrow(
            () -> ProblemException.of(ProblemType.NOT_ACCEPTABLE, String.join(", ", offered)));
  }

  /** A parameter of the path. */
  public String path(String name) {
    String value = pathParameters.get(name);
    if (value == null) {
      throw new IllegalStateException("the route has no place named " + name);
    }
    return value;
  }

  /**
   * A query parameter; one without value counts as absent.
   *
   * @throws ProblemException if it is given twice
   */
  public Optional<String> find(String name) {
    var values = parameters.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw ProblemException.ofParameter(ProblemType.REPEATED_PARAMETER, name);
    }
    return values.stream().filter(value -> !value.isBlank()).findFirst();
  }

  /**
   * A query parameter that must be given.
   *
   * @throws ProblemException if it is not
   */
  public String get(String name) {
    return find(name)
        .orElseThrow(() -> ProblemException.ofParameter(ProblemType.MISSING_PARAMETER, name));
  }

  /**
   * A whole number within a range.
   *
   * @throws ProblemException if it is no number or out of range
   */
  public OptionalInt findInt(String name, int least, int most) {
    return find(name)
        .map(text -> OptionalInt.of(number(name, text, least, most)))
        .orElse(OptionalInt.empty());
  }

  private static int number(String name, String text, int least, int most) {
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException noNumber) {
      throw ProblemException.ofParameter(ProblemType.OUT_OF_RANGE, name, text, least, most);
    }
    throw ProblemException.ofParameter(ProblemType.OUT_OF_RANGE, name, text, least, most);
  }

  /**
   * One of some names.
   *
   * @throws ProblemException if it is another
   */
  public Optional<String> findOneOf(String name, List<String> choices) {
    var value = find(name);
    if (value.isPresent() && !choices.contains(value.get())) {
      throw bad(name, value.get(), String.join(", ", choices));
    }
    return value;
  }

  /**
   * Whether something is asked for: {@code true}, or {@code false}, as without the parameter.
   *
   * @throws ProblemException if it is neither
   */
  public boolean flag(String name) {
    return findOneOf(name, List.of("true", "false")).map(Boolean::valueOf).orElse(false);
  }

  /** Values that are separated by commas. */
  public List<String> list(String name) {
    return find(name)
        .map(text -> Arrays.stream(text.split(",", -1)).map(String::strip).toList())
        .orElse(List.of());
  }

  /** A problem with the form of a parameter. */
  public static ProblemException bad(String name, String value, String expected) {
    return ProblemException.badParameter(name, value, expected);
  }

  /**
   * A problem with the form of a parameter that needs more words than a list of what is possible.
   *
   * @param reason key of the words
   */
  public static ProblemException badFor(String reason, String name, String value) {
    return ProblemException.badParameterFor(reason, name, value);
  }
}
