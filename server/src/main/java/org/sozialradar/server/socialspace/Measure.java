package org.sozialradar.server.socialspace;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sozialradar.records.SavedRecord;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

/**
 * A measure that an office takes, in the five steps of the Beccaria standards (problem, cause,
 * goal, measure, evaluation). It names offices, never persons.
 *
 * @param id unique, as of {@link SavedRecord#isId}
 * @param title what it is called
 * @param area code of the area that it is for
 * @param place longitude and latitude in degrees (EPSG:4326); empty if it has no single place
 * @param from first day
 * @param to last day, ISO 8601; empty if it is open
 * @param office who is responsible
 * @param steps the five steps by their names
 * @param indicators ids of those that may show its effect
 */
record Measure(
    String id,
    String title,
    String area,
    List<Double> place,
    LocalDate from,
    String to,
    String office,
    Map<String, String> steps,
    List<String> indicators) {
  static final String KIND = "measure";

  /** The steps in their order. */
  static final List<String> STEPS = List.of("problem", "cause", "goal", "measure", "evaluation");

  static final int MOST_OFFICE = 200;
  static final int MOST_STEP = 2000;
  static final int MOST_INDICATORS = 20;

  private static final String ONE_LINE = "[^\\p{Cntrl}]{1,%d}";
  private static final Set<String> FIELDS =
      Set.of(
          "title",
          "area",
          "lon",
          "lat",
          "from",
          "to",
          "office",
          "problem",
          "cause",
          "goal",
          "measure",
          "evaluation",
          "indicators");
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;

  Measure {
    place = List.copyOf(place);
    steps = new LinkedHashMap<>(steps);
    indicators = List.copyOf(indicators);
  }

  /**
   * Reads a measure.
   *
   * @throws ProblemException naming the field that does not fit
   */
  static Measure of(String id, JsonRequest json) {
    json.requireKnown(FIELDS);
    var steps = new LinkedHashMap<String, String>();
    STEPS.forEach(step -> steps.put(step, text(json, step)));
    var from = date(json, "from", json.text("from"));
    var to = json.findText("to").map(text -> date(json, "to", text));
    if (to.isPresent() && to.get().isBefore(from)) {
      throw ProblemException.ofParameter(ProblemType.BAD_FIELD, json.place("to"), "≥ " + from);
    }
    return new Measure(
        id,
        line(json, "title", SavedRecord.MOST_NAME),
        line(json, "area", SavedRecord.MOST_NAME),
        place(json),
        from,
        to.map(LocalDate::toString).orElse(""),
        line(json, "office", MOST_OFFICE),
        steps,
        json.texts("indicators", MOST_INDICATORS).stream().distinct().toList());
  }

  /** A measure that was saved. */
  static Measure of(SavedRecord saved) {
    return of(saved.id(), JsonRequest.parse(saved.json()));
  }

  private static String line(JsonRequest json, String name, int most) {
    String text = json.text(name).strip();
    if (!text.matches(ONE_LINE.formatted(most))) {
      throw tooLong(json, name, most);
    }
    return text;
  }

  /** A text of several lines. */
  private static String text(JsonRequest json, String name) {
    String text = json.text(name).strip().replace("\r\n", "\n");
    boolean control = text.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c));
    if (control || text.length() > MOST_STEP) {
      throw tooLong(json, name, MOST_STEP);
    }
    return text;
  }

  private static ProblemException tooLong(JsonRequest json, String name, int most) {
    return ProblemException.ofParameter(
        ProblemType.BAD_FIELD, json.place(name), "\"…\" (1–" + most + ")");
  }

  private static LocalDate date(JsonRequest json, String name, String text) {
    try {
      var date = LocalDate.parse(text);
      if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
        return date;
      }
    } catch (DateTimeException malformed) {
      throw badDate(json, name);
    }
    throw badDate(json, name);
  }

  private static ProblemException badDate(JsonRequest json, String name) {
    return ProblemException.ofParameter(
        ProblemType.BAD_FIELD, json.place(name), FIRST_YEAR + "-01-01 – " + LAST_YEAR + "-12-31");
  }

  private static List<Double> place(JsonRequest json) {
    var lon = json.findNumber("lon", -180, 180);
    var lat = json.findNumber("lat", -90, 90);
    if (lon.isPresent() != lat.isPresent()) {
      throw ProblemException.ofParameter(
          ProblemType.MISSING_FIELD, json.place(lon.isPresent() ? "lat" : "lon"));
    }
    return lon.isPresent() ? List.of(lon.get(), lat.orElseThrow()) : List.of();
  }

  /** As it is kept, in a form that {@link #of(String, JsonRequest)} reads. */
  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("title", title);
    json.put("area", area);
    json.put("lon", place.isEmpty() ? null : place.get(0));
    json.put("lat", place.isEmpty() ? null : place.get(1));
    json.put("from", from.toString());
    json.put("to", to.isEmpty() ? null : to);
    json.put("office", office);
    json.putAll(steps);
    json.put("indicators", indicators);
    return json;
  }

  String text() {
    return new String(Json.bytes(json()), java.nio.charset.StandardCharsets.UTF_8);
  }
}
