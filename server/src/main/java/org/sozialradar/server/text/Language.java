package org.sozialradar.server.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sozialradar.dataset.LocalizedText;

/** A language that the product speaks. */
public enum Language {
  GERMAN(Locale.GERMAN),
  ENGLISH(Locale.ENGLISH);

  /** A longer header is not looked at: no browser sends one. */
  private static final int LONGEST_HEADER = 256;

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** Its tag after BCP 47: {@code de} or {@code en}. */
  public String tag() {
    return locale.getLanguage();
  }

  public Locale locale() {
    return locale;
  }

  /** The text in this language. */
  public String of(LocalizedText text) {
    return this == GERMAN ? text.de() : text.en();
  }

  /**
   * The language of a tag such as {@code de} or {@code en-GB}; empty if the product does not speak
   * it.
   */
  public static Optional<Language> find(String tag) {
    String primary = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
    return List.of(values()).stream().filter(language -> language.tag().equals(primary)).findAny();
  }

  /**
   * The language that a client asks for.
   *
   * @param header value of {@code Accept-Language} (RFC 9110, section 12.5.4), empty if there is
   *     none
   * @return German if the header says nothing, English if it names neither of the two
   */
  public static Language ofAcceptLanguage(String header) {
    if (header.isBlank() || header.length() > LONGEST_HEADER) {
      return GERMAN;
    }
    try {
      var ranges = Locale.LanguageRange.parse(header);
      boolean any = ranges.get(0).getRange().equals("*");
      return any ? GERMAN : find(lookup(ranges)).orElse(ENGLISH);
    } catch (IllegalArgumentException malformed) {
      return GERMAN; // A header that cannot be read is as good as none.
    }
  }

  private static String lookup(List<Locale.LanguageRange> ranges) {
    String tag = Locale.lookupTag(ranges, List.of("de", "en"));
    return tag == null ? "" : tag;
  }
}
