package org.sozialradar.filter.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.filter.Filter;
import org.sozialradar.filter.FilterFault;
import org.sozialradar.filter.InvalidFilterException;
import org.sozialradar.filter.Moment;
import org.sozialradar.filter.Queryables;
import org.sozialradar.filter.Row;
import org.sozialradar.filter.Value;
import org.sozialradar.filter.ValueType;

class Cql2TextTest {
  private static final Queryables QUERYABLES =
      new Queryables(
          Map.of(
              "name", ValueType.TEXT,
              "people", ValueType.NUMBER,
              "rural", ValueType.BOOLEAN,
              "since", ValueType.DATE,
              "tags", ValueType.ARRAY,
              "geometry", ValueType.GEOMETRY));

  private static final Map<String, Value> TOWN =
      Map.of(
          "name",
          Value.of("Großröhrsdorf"),
          "people",
          Value.of(9300),
          "since",
          new Value.When(Moment.of(LocalDate.of(2017, 1, 1))),
          "tags",
          new Value.Series(List.of(Value.of("a"), Value.of("b"))));

  private static final Row ROW = name -> TOWN.getOrDefault(name, Value.MISSING);

  private static boolean matches(String text) {
    return Filter.of(Cql2Text.parse(text), QUERYABLES).matches(ROW);
  }

  /**
   * Null is neither true nor false, as in SQL: what is not known is not wanted, nor its negation.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rural = true",
        "NOT rural = true",
        "rural = true AND people > 1",
        "NOT (rural = true AND people > 1)",
        "people / 0 > 1",
        "NOT people / 0 > 1",
        "people IN (1, people / 0)",
        "NOT people IN (1, people / 0)",
        "T_AFTER(INTERVAL(since, '..'), since)",
      })
  void whatIsNotKnownIsNotWanted(String filter) {
    assertThat(matches(filter)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rural = true OR people > 1",
        "NOT (rural = true AND people < 1)",
        "rural IS NULL",
        "people IN (9300, people / 0)",
        "CASEI(name) = CASEI('GROSSRÖHRSDORF')",
        "ACCENTI(name) = 'Großrohrsdorf'",
        "name LIKE '%r_hrs%'",
        "'100%' LIKE '100\\%'",
        "'abcabd' LIKE '%ab_' AND 'aab' LIKE '%ab' AND 'mississippi' LIKE '%is%ip_i%'",
        "'' LIKE '%' AND NOT '' LIKE '_' AND NOT 'abc' LIKE '%b' AND NOT 'ab' LIKE 'a'",
        "name NOT LIKE 'groß%'",
        "2 + 3 * 4 = 14 AND 2 ^ 3 = 8 AND -2 ^ 2 = 4 AND 7 div 2 = 3 AND 7 % 4 = 3 AND -7 div 2 ="
            + " -3",
        "10 - 2 - 3 = 5 AND 100 / 10 / 5 = 2",
        "(people + 700) * 2 = 20000",
        "since = DATE('2017-01-01') AND since = TIMESTAMP('2017-01-01T10:00:00Z')",
        "since < TIMESTAMP('2017-01-02T00:00:00Z')",
        "T_DURING(INTERVAL(since, since), INTERVAL('2016-12-31', '..'))",
        "T_MEETS(INTERVAL('2016-01-01', '2017-01-01'), INTERVAL(since, '..'))",
        "A_CONTAINS(tags, ('a')) AND A_CONTAINEDBY(('b'), tags) AND A_EQUALS(tags, ('b', 'a'))",
        "A_OVERLAPS(tags, ('b', 1)) AND NOT A_OVERLAPS(tags, ())",
        "length(name) = 13 AND round(2.5) = 2 AND upper('a') = 'A'",
        "'it''s' = 'it\\'s'",
        "S_TOUCHES(BBOX(0, 0, 1, 1), POINT(1 1)) AND S_WITHIN(POINT(-179 0), BBOX(170, -1, -170,"
            + " 1))",
        "true",
      })
  void isTrueForTheTown(String filter) {
    assertThat(matches(filter)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "people > | CUT_OFF | ends at position 9",
        "people >> 3 | SYNTAX | position 9",
        "people = 1 people | SYNTAX | position 12",
        "name = 'abc | SYNTAX | position 8",
        "(people = 1 | CUT_OFF | ends at position 12",
        "people NOT 3 | SYNTAX | position 12",
        "select = 1; drop | SYNTAX | position 11",
        "and = 1 | SYNTAX | position 1",
        "name LIKE people | SYNTAX | position 11",
        "poeple > 1 | UNKNOWN_PROPERTY | geometry, name, people, rural, since, tags",
        "sleep(1) = 1 | UNKNOWN_FUNCTION | abs, ceil",
        "abs(1, 2) = 1 | ONE_ARGUMENT | abs",
        "name > 3 | INCOMPARABLE | text with number",
        "people + name > 3 | TYPE_MISMATCH | text",
        "people | NO_CONDITION | 'people' is no condition but a number; a comparison is missing",
        "name | NO_CONDITION | such as name = 'Dresden', name LIKE 'Dre%'.",
        "NOT name | NO_CONDITION | 'name' is no condition but a text",
        "people > 1 AND geometry | NO_CONDITION | S_INTERSECTS(geometry, POINT(13.7 51.1))",
        "since | NO_CONDITION | since >= ",
        "people + 1 | NO_CONDITION | A part of the filter is no condition but a number",
        "geometry = geometry | INCOMPARABLE | geometry",
        "T_MEETS(since, since) | TYPE_MISMATCH | interval",
        "since > DATE('2023-02-30') | BAD_TIME | 2023-02-30",
        "since > TIMESTAMP('2023-02-01') | BAD_TIME | 2023-02-01",
        "S_WITHIN(geometry, POLYGON((0 0, 1 1, 0 1))) | BAD_GEOMETRY | ring",
        "S_WITHIN(geometry, BBOX(0, 5, 1, 1)) | BAD_GEOMETRY | south",
        "S_WITHIN(geometry, BBOX(0, 5, 1)) | BAD_GEOMETRY | four",
        "S_WITHIN(geometry, POINT(1e999 1)) | SYNTAX | a number",
        "S_TOUCHES(geometry, geometry) | NO_FIXED_GEOMETRY | S_TOUCHES",
      })
  void whatIsWrongIsSaid(String filter, FilterFault fault, String says) {
    var problem = catchThrowableOfType(InvalidFilterException.class, () -> matches(filter));
    assertThat(problem.fault()).isEqualTo(fault);
    assertThat(problem.text().en()).contains(says);
    assertThat(problem.text().de()).isNotEqualTo(problem.text().en()).doesNotContain("%s");
  }

  /** What is proposed can be taken. */
  @ParameterizedTest
  @ValueSource(strings = {"people", "name", "geometry", "since", "tags"})
  void whatCouldBeMeantIsAFilter(String property) {
    var problem = catchThrowableOfType(InvalidFilterException.class, () -> matches(property));
    assertThat(problem.text().de()).contains("„" + property + "“ ist keine Bedingung, sondern ein");
    String examples = problem.text().en().replaceAll(".*such as (.*)\\.", "$1");
    assertThatCode(() -> matches(examples.replace(", name LIKE", " OR name LIKE")))
        .doesNotThrowAnyException();
  }

  @Test
  void limitsHold() {
    assertThat(fault("name = '" + "a".repeat(5000) + "'")).isEqualTo(FilterFault.TOO_LONG);
    // nobody looks into what is too long or too deep, whatever else is wrong with it
    assertThat(fault("$".repeat(5000))).isEqualTo(FilterFault.TOO_LONG);
    assertThat(fault("(".repeat(2000) + "1 = ")).isEqualTo(FilterFault.TOO_DEEP);
    assertThat(fault("(".repeat(2000) + "true" + ")".repeat(2000))).isEqualTo(FilterFault.TOO_DEEP);
    assertThat(fault("people" + "+people".repeat(500) + " > 1")).isEqualTo(FilterFault.TOO_DEEP);
    assertThat(fault("NOT (".repeat(20) + "true" + ")".repeat(20))).isEqualTo(FilterFault.TOO_DEEP);
    String near = "S_INTERSECTS(geometry, POINT(1 1))";
    assertThat(fault(near + (" OR " + near).repeat(5)))
        .isEqualTo(FilterFault.TOO_MANY_SPATIAL_TESTS);
    assertThat(fault("people IN (1" + ",1".repeat(100) + ")"))
        .isEqualTo(FilterFault.TOO_MANY_LITERALS);
  }

  private static FilterFault fault(String filter) {
    return catchThrowableOfType(InvalidFilterException.class, () -> matches(filter)).fault();
  }

  /** Whatever is sent, it is a filter or it is refused with a reason; nothing else is thrown. */
  @Test
  void noTextBreaksTheParser() {
    var pieces =
        new String[] {
          "people",
          "name",
          "(",
          ")",
          ",",
          "'",
          "\"",
          "AND",
          "OR",
          "NOT",
          "=",
          "<>",
          "1",
          "-",
          ".5",
          "POLYGON",
          "POINT(1 2)",
          "BBOX(",
          "DATE('2020-01-01')",
          "INTERVAL(",
          "IN (",
          "LIKE",
          "'%'",
          "S_INTERSECTS(",
          "CASEI(",
          "1e999",
          "IS NULL",
          "BETWEEN",
          "\\",
          "é",
          "\uD83D",
          ":",
          "A_EQUALS("
        };
    var random = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
      }
      try {
        matches(text.toString());
      } catch (InvalidFilterException refused) {
        assertThat(refused.text().en()).isNotBlank();
      }
    }
  }
}
