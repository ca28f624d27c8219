package org.sozialradar.server.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

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
