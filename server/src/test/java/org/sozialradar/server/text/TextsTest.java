package org.sozialradar.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sozialradar.server.command.RadarCommandLine;
import org.sozialradar.server.comparisons.ComparisonsResource;
import org.sozialradar.server.config.Setting;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Problems;
import org.sozialradar.server.results.ResultsResource;

class TextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '', GERMAN
          de, GERMAN
          'de-DE,de;q=0.9,en;q=0.8', GERMAN
          'en-GB,en;q=0.9,de;q=0.5', ENGLISH
          'fr', ENGLISH
          'fr,de;q=0.1', GERMAN
          '*', GERMAN
          ';;;q=x', GERMAN
          """)
  void languageOfAClient(String header, Language expected) {
    assertThat(Language.ofAcceptLanguage(header)).isEqualTo(expected);
  }

  @Test
  void aHeaderOfAbsurdLengthIsNotParsed() {
    assertThat(Language.ofAcceptLanguage("en,".repeat(1000))).isEqualTo(Language.GERMAN);
  }

  @ParameterizedTest
  @CsvSource({"command", "problems", "methods", "comparisons"})
  void bothLanguagesSayTheSame(String name) {
    var owner =
        switch (name) {
          case "command" -> RadarCommandLine.class;
          case "methods" -> ResultsResource.class;
          case "comparisons" -> ComparisonsResource.class;
          default -> Problems.class;
        };
    var german = Texts.of(owner, name, Language.GERMAN).bundle();
    var english = Texts.of(owner, name, Language.ENGLISH).bundle();
    assertThat(german.keySet()).isEqualTo(english.keySet());
    for (var key : german.keySet()) {
      assertThat(places(german.getString(key))).as(key).isEqualTo(places(english.getString(key)));
      assertThat(new MessageFormat(german.getString(key), Locale.GERMAN).toPattern()).isNotBlank();
    }
  }

  private static Set<String> places(String pattern) {
    var places = new ArrayList<String>();
    var matcher = PLACE.matcher(pattern);
    while (matcher.find()) {
      places.add(matcher.group());
    }
    return new TreeSet<>(places);
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void everyProblemIsExplained(ProblemType type) {
    var texts = Texts.of(Problems.class, "problems", Language.GERMAN).bundle();
    assertThat(texts.keySet()).contains(type.slug() + ".title", type.slug() + ".detail");
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void everySettingIsExplained(Setting setting) {
    var texts = Texts.of(RadarCommandLine.class, "command", Language.GERMAN).bundle();
    assertThat(texts.keySet())
        .contains("setting." + setting.key(), "setting." + setting.key() + ".value");
  }
}
