package org.sozialradar.server.incidents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.server.text.Html;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/**
 * An answer as a sheet of one page (A4) for the wall of a situation room: printed by a browser, or
 * kept as a file that needs nothing else. What has no place on it is said to be left out.
 */
public final class SituationSheet {
  private static final Map<Language, Texts> TEXTS =
      Map.of(
          Language.GERMAN, Texts.of(SituationSheet.class, "sheet", Language.GERMAN),
          Language.ENGLISH, Texts.of(SituationSheet.class, "sheet", Language.ENGLISH));
  private static final String STYLE = style();

  /** A dash after which no line ends. */
  private static final String BETWEEN = "–\u2060";

  private static final int MOST_AREAS = 12;
  private static final int MOST_ROWS = 6;
  private static final int MOST_NAMED = 4;

  /** Whoever reads a sheet on a wall reads it by the clock beside it. */
  private static final ZoneId CLOCK = ZoneId.of("Europe/Berlin");

  private final IncidentAnswer answer;
  private final IncidentQuery query;
  private final Language language;
  private final Texts texts;
  private final StringBuilder html = new StringBuilder();

  private SituationSheet(IncidentAnswer answer, IncidentQuery query, Language language) {
    this.answer = answer;
    this.query = query;
    this.language = language;
    texts = TEXTS.get(language);
  }

  private static String style() {
    try (var in = SituationSheet.class.getResourceAsStream("sheet.css")) {
      return new String(
          Objects.requireNonNull(in, "sheet.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The hash by which a content security policy lets the sheet's own style pass (CSP level 3). */
  public static String styleHash() {
    return "'sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(STYLE)) + "'";
  }

  /**
   * The sheet.
   *
   * @param made when it is made
   */
  static byte[] write(IncidentAnswer answer, IncidentQuery query, Language language, Instant made) {
    var sheet = new SituationSheet(answer, query, language);
    sheet.head(made);
    sheet.figures();
    sheet.html.append("<div class=\"two\"><div>\n");
    sheet.html.append(SheetMap.of(answer, query, sheet.texts.get("map")));
    sheet.groups();
    sheet.facilities();
    sheet.html.append("</div><div>\n");
    sheet.areas();
    sheet.order();
    sheet.neighbours();
    sheet.html.append("</div></div>\n");
    sheet.foot();
    return sheet.html.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Areas with most people first, those without a number last. */
  static List<IncidentAnswer.Touched> byPeople(List<IncidentAnswer.Touched> areas) {
    return areas.stream()
        .sorted(
            Comparator.comparing(
                    (IncidentAnswer.Touched one) ->
                        one.people() == null ? BigDecimal.ONE.negate() : one.people().value())
                .reversed()
                .thenComparing(IncidentAnswer.Touched::code))
        .toList();
  }

  private void head(Instant made) {
    String name =
        answer.saved() == null
            ? texts.get("unnamed." + answer.area().source())
            : answer.saved().name();
    html.append("<!doctype html>\n<html lang=\"")
        .append(language.tag())
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        .append(Html.escape(texts.get("title", name)))
        .append("</title>\n<style>")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n");
    if (answer.provenance().example()) {
      element("p", "example", texts.get("example"));
    }
    html.append("<header><h1>").append(Html.escape(texts.get("title", name))).append("</h1>\n");
    String at =
        answer.saved() == null
            ? ""
            : texts.get("at", time(Instant.parse(answer.saved().at()))) + " · ";
    element("p", "when", at + texts.get("made", time(made)));
    html.append("</header>\n");
  }

  private String time(Instant instant) {
    String pattern =
        language == Language.GERMAN ? "d.M.yyyy, HH:mm 'Uhr' (z)" : "d MMM yyyy, HH:mm (z)";
    return DateTimeFormatter.ofPattern(pattern, language.locale()).format(instant.atZone(CLOCK));
  }

  private void element(String tag, String kind, String text) {
    html.append('<').append(tag).append(" class=\"").append(kind).append("\">");
    html.append(Html.escape(text)).append("</").append(tag).append(">\n");
  }

  private void figures() {
    html.append("<dl class=\"figures\">\n");
    var people = answer.people();
    figure(
        "people",
        people == null ? texts.get("unknown") : headline(people),
        people == null ? "" : range(people) + " · " + texts.get("weights." + people.weights()));
    long whole = answer.areas().stream().filter(IncidentAnswer.Touched::whole).count();
    figure(
        "areas",
        Integer.toString(answer.areas().size()),
        texts.get("areas.detail", levelName(), Long.toString(whole)));
    var support = answer.support();
    if (support != null) {
      figure(
          "support",
          withUnit(support.value(), support.unit()),
          interval(support.low(), support.high())
              + language.of(support.name())
              + ", "
              + support.period());
    }
    figure(
        "surface",
        number(answer.area().km2(), 1) + " km²",
        answer.area().outsideKm2().signum() == 0
            ? ""
            : texts.get("outside", number(answer.area().outsideKm2(), 1)));
    html.append("</dl>\n");
  }

  private static boolean exact(BigDecimal low, BigDecimal high) {
    return low.compareTo(high) == 0;
  }

  private String levelName() {
    return query.snapshot().levels(answer.edition()).stream()
        .filter(level -> level.id().equals(answer.level()))
        .map(level -> language.of(level.plural()))
        .findFirst()
        .orElse("");
  }

  private void figure(String key, String value, String detail) {
    html.append("<div><dt>").append(Html.escape(texts.get("figure." + key))).append("</dt><dd>");
    html.append("<b>").append(Html.escape(value)).append("</b>");
    html.append("<span>").append(Html.escape(detail)).append("</span></dd></div>\n");
  }

  private String number(BigDecimal value, int decimals) {
    var format = NumberFormat.getNumberInstance(language.locale());
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  /** An estimate has three digits: more would look as if it were counted. */
  private String about(BigDecimal people, boolean exact) {
    if (exact) {
      return number(people, 0);
    }
    return texts.get("about", number(people.round(new MathContext(3, RoundingMode.HALF_UP)), 0));
  }

  /** What was counted is all there is only if no area touched lacks its number. */
  private String headline(IncidentAnswer.People people) {
    boolean exact = exact(people.low(), people.high());
    return exact && !people.missing().isEmpty()
        ? texts.get("at-least", number(people.value(), 0))
        : about(people.value(), exact);
  }

  private String range(IncidentAnswer.People people) {
    boolean exact = exact(people.low(), people.high());
    if (!people.missing().isEmpty()) {
      String without = texts.get("without", Integer.toString(people.missing().size()));
      return exact
          ? without
          : texts.get("interval", number(people.low(), 0), number(people.high(), 0))
              + " · "
              + without;
    }
    return exact
        ? texts.get("exact")
        : texts.get("range", number(people.low(), 0), number(people.high(), 0));
  }

  private String interval(BigDecimal low, BigDecimal high) {
    return low == null ? "" : texts.get("interval", number(low, 3), number(high, 3)) + " · ";
  }

  private String withUnit(BigDecimal value, org.sozialradar.indicator.Indicator.Unit unit) {
    String symbol = language.of(unit.symbol());
    return number(value, 3) + (symbol.isEmpty() ? "" : " " + symbol);
  }

  private void begin(String key, String... columns) {
    element("h2", "part", texts.get(key));
    html.append("<table><thead><tr>");
    for (String column : columns) {
      html.append("<th scope=\"col\">").append(Html.escape(texts.get(column))).append("</th>");
    }
    html.append("</tr></thead><tbody>\n");
  }

  private void row(String... cells) {
    html.append("<tr>");
    for (String cell : cells) {
      html.append("<td>").append(Html.escape(cell)).append("</td>");
    }
    html.append("</tr>\n");
  }

  private void end(int shown, int all) {
    html.append("</tbody></table>\n");
    if (all > shown) {
      element("p", "more", texts.get("more", Integer.toString(all - shown)));
    }
  }

  private void areas() {
    if (answer.areas().isEmpty()) {
      element("p", "nothing", language.of(answer.notes().get(0)));
      return;
    }
    boolean support = query.support().isPresent();
    if (support) {
      begin("part.areas", "column.area", "column.share", "column.people", "column.support");
    } else {
      begin("part.areas", "column.area", "column.share", "column.people");
    }
    byPeople(answer.areas()).stream().limit(MOST_AREAS).forEach(one -> area(one, support));
    end(Math.min(MOST_AREAS, answer.areas().size()), answer.areas().size());
  }

  private void area(IncidentAnswer.Touched one, boolean support) {
    var cells = new ArrayList<String>();
    cells.add(one.name());
    var percent = one.shareOfArea().movePointRight(2);
    boolean little = percent.compareTo(BigDecimal.ONE) < 0;
    cells.add(little ? "< 1 %" : number(percent, 0) + " %");
    cells.add(
        one.people() == null
            ? texts.get("unknown")
            : about(one.people().value(), one.people().isExact())
                + (one.people().isExact()
                    ? ""
                    : " ("
                        + number(one.people().low(), 0)
                        + BETWEEN
                        + number(one.people().high(), 0)
                        + ")"));
    if (support) {
      cells.add(one.support() == null ? texts.get("unknown") : support(one.support()));
    }
    row(cells.toArray(String[]::new));
  }

  private String support(Figures.Figure figure) {
    String value = withUnit(figure.value(), query.support().orElseThrow().indicator().unit());
    boolean limited = figure.status().equals(ObservationStatus.LIMITED_PRECISION.label());
    String range =
        figure.low() == null
            ? ""
            : " · " + number(figure.low(), 3) + BETWEEN + number(figure.high(), 3);
    return (limited ? "(" + value + ")" : value) + range;
  }

  private void groups() {
    if (answer.groups().isEmpty()) {
      return;
    }
    begin("part.groups", "column.group", "column.value", "column.persons");
    answer.groups().stream().limit(MOST_ROWS).forEach(this::group);
    end(Math.min(MOST_ROWS, answer.groups().size()), answer.groups().size());
  }

  private void group(GroupAtNeed group) {
    boolean known = group.value() != null;
    boolean counted =
        known && group.people() != null && group.people().value().compareTo(group.value()) == 0;
    row(
        language.of(group.name()) + " " + group.period(),
        !known || counted
            ? known ? "" : texts.get("unknown")
            : withUnit(group.value(), group.unit()),
        group.people() == null
            ? ""
            : about(group.people().value(), group.people().isExact())
                + (group.people().isExact()
                    ? ""
                    : " ("
                        + number(group.people().low(), 0)
                        + BETWEEN
                        + number(group.people().high(), 0)
                        + ")"));
  }

  private void facilities() {
    if (answer.facilities().isEmpty()) {
      return;
    }
    begin("part.facilities", "column.kind", "column.count", "column.names");
    answer.facilities().stream().limit(MOST_ROWS).forEach(this::facility);
    end(Math.min(MOST_ROWS, answer.facilities().size()), answer.facilities().size());
  }

  private void facility(FacilitiesInside layer) {
    var names =
        layer.features().stream()
            .map(FacilitiesInside.Place::name)
            .filter(name -> !name.isEmpty())
            .limit(MOST_NAMED)
            .toList();
    boolean more = layer.count() > names.size() && !names.isEmpty();
    row(
        language.of(layer.title()),
        Integer.toString(layer.count()),
        String.join(", ", names) + (more ? " …" : ""));
  }

  private void order() {
    if (answer.priorities() == null) {
      return;
    }
    begin("part.order", "column.rank", "column.area", "column.rank-range");
    var ranked = answer.priorities().areas().stream().filter(one -> one.rank() != null).toList();
    ranked.stream()
        .limit(MOST_ROWS)
        .forEach(
            one ->
                row(
                    Integer.toString(one.rank()),
                    one.name(),
                    one.rankLow() + BETWEEN + one.rankHigh()));
    end(Math.min(MOST_ROWS, ranked.size()), ranked.size());
  }

  private void neighbours() {
    if (answer.neighbours().isEmpty()) {
      return;
    }
    begin("part.neighbours", "column.area", "column.distance", "column.support");
    answer.neighbours().stream()
        .limit(MOST_ROWS)
        .forEach(
            one -> row(one.name(), number(one.distanceKm(), 1) + " km", support(one.support())));
    end(Math.min(MOST_ROWS, answer.neighbours().size()), answer.neighbours().size());
  }

  private void foot() {
    html.append("<footer>\n<ul>\n");
    // All of them: they are ten at most, and what is left out would be read as if it were not so.
    answer
        .notes()
        .forEach(
            note -> html.append("<li>").append(Html.escape(language.of(note))).append("</li>\n"));
    html.append("</ul>\n");
    var from = answer.provenance();
    var period = Optional.ofNullable(answer.people()).map(IncidentAnswer.People::period);
    element(
        "p",
        "sources",
        texts.get(
            "sources",
            from.attribution(),
            from.licence(),
            Long.toString(from.revision()),
            answer.edition(),
            period.orElse("–")));
    html.append("</footer>\n</main>\n</body>\n</html>\n");
  }
}
