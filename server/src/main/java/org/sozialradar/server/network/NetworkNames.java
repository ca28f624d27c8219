package org.sozialradar.server.network;

import java.util.ResourceBundle;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/**
 * Names of kinds of milestones and of measures. A slug that nobody named shows as its own words.
 */
final class NetworkNames {
  private static final ResourceBundle GERMAN = bundle(Language.GERMAN);
  private static final ResourceBundle ENGLISH = bundle(Language.ENGLISH);

  private NetworkNames() {}

  private static ResourceBundle bundle(Language language) {
    return Texts.of(NetworkNames.class, "network", language).bundle();
  }

  static LocalizedText of(String slug) {
    return GERMAN.containsKey(slug) && ENGLISH.containsKey(slug)
        ? new LocalizedText(GERMAN.getString(slug), ENGLISH.getString(slug))
        : LocalizedText.same(slug.replace('_', ' '));
  }
}
