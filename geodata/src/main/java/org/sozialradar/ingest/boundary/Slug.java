package org.sozialradar.ingest.boundary;

import java.text.Normalizer;
import java.util.Locale;

/** Keys made of names: lower-case letters a to z, digits and hyphens. */
final class Slug {
  private static final int MAX_LENGTH = 40;

  private Slug() {}

  /** The key of a name; empty if the name has no letter or digit that could stand in it. */
  static String of(String name) {
    String german =
        name.toLowerCase(Locale.GERMAN)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss")
            .replace("ł", "l");
    String ascii = Normalizer.normalize(german, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String slug = trimmed(ascii.replaceAll("[^a-z0-9]+", "-"));
    return slug.length() <= MAX_LENGTH ? slug : trimmed(slug.substring(0, MAX_LENGTH));
  }

  private static String trimmed(String text) {
    return text.replaceAll("^-+|-+$", "");
  }
}
