package org.sozialradar.server.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * The text of a setting and where it stands, to be read as what it shall be.
 *
 * @param setting the setting
 * @param text its text
 * @param origin name of the flag or variable, or file and key, for messages
 */
record GivenValue(Setting setting, String text, String origin) {
  /** A text that is not blank. */
  String required() {
    if (text.isBlank()) {
      throw new ConfigException("config.empty", origin);
    }
    return text.strip();
  }

  /** A whole number within a range. */
  int number(int least, int most) {
    try {
      int value = Integer.parseInt(text.strip());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException noNumber) {
      throw notInRange(least, most);
    }
    throw notInRange(least, most);
  }

  private ConfigException notInRange(int least, int most) {
    return new ConfigException(
        "config.not-in-range", origin, text, Integer.toString(least), Integer.toString(most));
  }

  /** A path of the file system. */
  Path path() {
    try {
      return Path.of(required());
    } catch (InvalidPathException malformed) {
      throw new ConfigException("config.not-a-path", origin, text);
    }
  }

  /** One of the names of an enum, in lower case. */
  <E extends Enum<E>> E oneOf(Class<E> type) {
    var choices = List.of(type.getEnumConstants());
    return choices.stream()
        .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(text.strip()))
        .findAny()
        .orElseThrow(
            () -> new ConfigException("config.not-a-choice", origin, text, names(choices)));
  }

  private static String names(List<? extends Enum<?>> choices) {
    return String.join(
        ", ", choices.stream().map(choice -> choice.name().toLowerCase(Locale.ROOT)).toList());
  }

  /**
   * An address with http or https and a host, without a slash at the end; empty if none is given.
   */
  String address() {
    String address = text.strip().replaceAll("/+$", "");
    if (!address.isEmpty() && !isWebAddress(address)) {
      throw new ConfigException("config.not-an-address", origin, text);
    }
    return address;
  }

  /** An address of mail, as mailto, or of the web; empty if none is given. */
  String contact() {
    String contact = text.strip();
    if (contact.matches("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")) {
      return "mailto:" + contact;
    }
    if (!contact.isEmpty() && !isWebAddress(contact)) {
      throw new ConfigException("config.not-a-contact", origin, text);
    }
    return contact;
  }

  /**
   * Words to show, or the address where they stand; empty if nothing is given. What begins like an
   * address must be one.
   */
  Optional<LegalConfig.Statement> statement() {
    String words = text.strip();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    boolean elsewhere = words.matches("https?://\\S*");
    if (elsewhere && !isWebAddress(words)) {
      throw new ConfigException("config.not-an-address", origin, text);
    }
    return Optional.of(new LegalConfig.Statement(words, elsewhere));
  }

  /** An address of map tiles with places for zoom, column and row; empty if none is given. */
  String tileAddress() {
    String address = text.strip();
    if (address.isEmpty()) {
      return "";
    }
    boolean places = List.of("{z}", "{x}", "{y}").stream().allMatch(address::contains);
    if (!places || !isWebAddress(address.replaceAll("[{}]", ""))) {
      throw new ConfigException("config.not-tiles", origin, text);
    }
    return address;
  }

  /** Origins as browsers send them: scheme, host and, if it is not the usual one, port. */
  List<String> origins() {
    return words(
        origin -> isWebAddress(origin) && origin.matches("https?://[a-z0-9.:\\[\\]-]+"),
        "config.not-an-origin");
  }

  /** Addresses and networks of the internet protocol, such as 10.0.0.0/8. */
  List<String> networks() {
    return words(GivenValue::isNetwork, "config.not-a-network");
  }

  private List<String> words(Predicate<String> valid, String problem) {
    var words = Pattern.compile("[\\s,]+").splitAsStream(text).filter(word -> !word.isEmpty());
    return words
        .peek(
            word -> {
              if (!valid.test(word)) {
                throw new ConfigException(problem, origin, word);
              }
            })
        .toList();
  }

  private static boolean isNetwork(String word) {
    try {
      return word.matches("[0-9a-fA-F:.]+(/\\d{1,3})?") && new InetAddressSet().add(word);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static boolean isWebAddress(String address) {
    try {
      var uri = new URI(address);
      return uri.isAbsolute()
          && List.of("http", "https").contains(uri.getScheme())
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }
}
