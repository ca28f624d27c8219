package org.sozialradar.server.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

class IncidentGeoJsonTest {
  @Test
  void boundariesOfTooManyAreasAreRefused() {
    int most = IncidentGeoJson.MOST_AREAS;
    assertThatCode(() -> IncidentGeoJson.requireFew(most)).doesNotThrowAnyException();
    var refused =
        catchThrowableOfType(ProblemException.class, () -> IncidentGeoJson.requireFew(most + 1));
    assertThat(refused.type()).isEqualTo(ProblemType.TOO_MANY_BOUNDARIES);
    assertThat(refused.parameter()).isEqualTo("format");
    assertThat(refused.arguments()).containsExactly("501", "500");
  }
}
