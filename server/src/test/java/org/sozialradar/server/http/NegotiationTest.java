package org.sozialradar.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.server.text.Language;

/** What clients get who say what they like (RFC 9110, section 12.5.1). */
class NegotiationTest {
  private static final List<String> OFFERED =
      List.of("application/json", "application/zip", "text/csv", "text/html");

  private static String negotiate(String accept) {
    return new Query(Map.of(), Map.of(), "", Language.ENGLISH, accept).negotiate(OFFERED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | application/json",
        "' , ' | application/json",
        "*/* | application/json",
        "text/* | text/csv",
        "TEXT/CSV | text/csv",
        "Text/* | text/csv",
        "image/png, */*;q=0.1 | application/json",
        // What is not wanted, or wanted less than all else.
        "application/json;q=0, */* | application/zip",
        "*/*, application/json;q=0 | application/zip",
        "application/json; Q=0.000 , */*;q=0.1 | application/zip",
        "application/*;q=0, */* | text/csv",
        "application/*;q=0, application/zip;q=0.1 | application/zip",
        "application/*, application/json;q=0.1 | application/zip",
        "application/json;q=0.1, application/* | application/zip",
        "*/*;q=0.5, application/*;q=0.2 | text/csv",
        "*/*;q=0.9, text/*;q=0.1, text/html | text/html",
        "*/*, application/json;q=0.9 | application/zip",
        // What is liked alike: the usual first.
        "text/html, application/zip, application/json | application/json",
        "text/csv;q=0.5, application/zip;q=0.5 | application/zip",
        "text/html;q=0.8, application/zip;q=0.5, text/csv;q=0.8 | text/csv",
        // Parameters of types are nothing that is offered here.
        "text/html;level=1;q=0.4, text/csv;q=0.3 | text/html",
        "text/html;level=1;q=0, text/html | text/html",
        "text/html;title=\"a,b;q=0\";q=0.7, text/csv;q=0.6 | text/html",
        "text/html;title=\"a;q=0\", text/csv;q=0.6 | text/html",
        "text/html;q=0.5;extra=1, text/csv;q=0.6 | text/csv",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
        // What is no weight weighs nothing.
        "application/json;q=much, text/csv;q=0.1 | text/csv",
        "application/json;q=NaN, text/csv;q=0.1 | text/csv"
      })
  void theBestLikedIsGiven(String accept, String given) {
    assertThat(negotiate(accept)).isEqualTo(given);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image/png",
        "image/*",
        "*/*;q=0",
        "application/json;q=0",
        "application/*;q=0, text/*;q=0, */*",
        "text",
        "tex/*"
      })
  void whoLikesNothingOfItIsTold(String accept) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> negotiate(accept))
        .returns(ProblemType.NOT_ACCEPTABLE, ProblemException::type);
  }
}
