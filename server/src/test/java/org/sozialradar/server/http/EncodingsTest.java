package org.sozialradar.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '', false
          gzip, true
          'gzip, deflate, br, zstd', true
          '*', true
          identity, false
          'br;q=1.0, gzip;q=0.8, *;q=0.1', true
          'gzip;q=0', false
          'gzip;q=0, *', false
          'gzip; q=0.000', false
          '*;q=0', false
          'br;q=1, *;q=0.5', true
          'gzip;q=x', false
          'GZIP;q=1', true
          """)
  void knowsWhoTakesGzip(String header, boolean expected) {
    assertThat(Encodings.acceptsGzip(header)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '', false
          '"abc"', true
          'W/"abc"', true
          '*', true
          '"x", "abc"', true
          '"x","abc","y"', true
          '"xabc"', false
          '"abc-gzip"', false
          'abc', false
          """)
  void comparesEntityTags(String header, boolean expected) {
    assertThat(Etags.matches(header, "\"abc\"")).isEqualTo(expected);
  }

  @Property
  void gzipGivesBackWhatItTook(@ForAll byte[] bytes) {
    assertThat(Encodings.gunzip(Encodings.gzip(bytes))).isEqualTo(bytes);
  }
}
