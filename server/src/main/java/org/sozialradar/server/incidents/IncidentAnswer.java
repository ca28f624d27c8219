package org.sozialradar.server.incidents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.incident.Overlap;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.server.geojson.GeometryJson;
import org.sozialradar.server.http.Problems;
import org.sozialradar.server.ranking.PriorityAnswer;
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.text.Bilingual;
import org.sozialradar.server.text.Language;

/**
 * What is known of an incident, as it goes out.
 *
 * @param area the incident's own shape
 * @param people who live there; null if no area touched has a published population: nobody counted
 *     is not the same as nobody there
 * @param support the mean over the areas, weighted by their people; null if there is none
 * @param priorities the order of the areas touched; null if there is none
 * @param saved what was saved; null for a question that was not
 */
record IncidentAnswer(
    @JsonUnwrapped Provenance provenance,
    String edition,
    String level,
    Shape area,
    People people,
    List<Touched> areas,
    List<Touched> quarters,
    List<GroupAtNeed> groups,
    Support support,
    List<FacilitiesInside> facilities,
    PriorityAnswer priorities,
    List<Neighbour> neighbours,
    List<LocalizedText> notes,
    SavedIncident saved) {
  static final Bilingual WORDS = Bilingual.of(IncidentAnswer.class, "incidents");

  private static final int KM2_DIGITS = 3;
  private static final int SHARE_DIGITS = 6;

  /**
   * The shape.
   *
   * @param source {@code drawn}, {@code uploaded}, {@code layer} or {@code saved}
   * @param outsideKm2 what of it lies in no area of the level
   */
  record Shape(
      BigDecimal km2, Map<String, Object> geometry, String source, BigDecimal outsideKm2) {}

  /**
   * People.
   *
   * @param low those of areas that lie inside as a whole
   * @param high those of all areas touched
   * @param weights what the best guess rests on
   * @param missing codes of areas whose population is not published
   */
  record People(
      BigDecimal value,
      BigDecimal low,
      BigDecimal high,
      String unit,
      String indicator,
      String period,
      String weights,
      List<String> missing) {}

  /**
   * An area that lies inside or in part.
   *
   * @param district name of its district; null if it has none
   * @param shareOfPeople best guess; null if its population is not published
   * @param weights what the share of people rests on
   * @param whole whether all of it lies inside
   * @param missing indicators that were asked for and have no value here
   */
  record Touched(
      String code,
      String name,
      String district,
      BigDecimal shareOfArea,
      BigDecimal shareOfPeople,
      String weights,
      Range people,
      boolean whole,
      Figures.Figure support,
      List<String> missing) {}

  /** Expected support as a mean. */
  record Support(
      String indicator,
      LocalizedText name,
      org.sozialradar.indicator.Indicator.Unit unit,
      String period,
      BigDecimal value,
      BigDecimal low,
      BigDecimal high,
      String status,
      List<String> missing) {}

  static IncidentAnswer of(IncidentQuery query, Optional<SavedIncident> saved) {
    return new IncidentAnswer(
        Provenance.of(query.snapshot(), query.datasets()),
        query.edition(),
        query.request().level(),
        shape(query),
        people(query),
        touched(query, query.request().level(), query.residents(), query.inside(), query.support()),
        touched(
            query,
            query.quarterLevel(),
            query.quarterResidents(),
            query.quarters(),
            query.quarterSupport()),
        query.groups(),
        support(query),
        query.facilities(),
        query.priorities().orElse(null),
        query.neighbours(),
        notes(query),
        saved.orElse(null));
  }

  private static Shape shape(IncidentQuery query) {
    double all = query.shape().squareKilometres();
    double inside =
        query.inside().stream().mapToDouble(one -> one.overlap().squareKilometres()).sum();
    double outside = all - inside < all * 1e-6 ? 0 : all - inside;
    return new Shape(
        Decimals.round(all, KM2_DIGITS),
        GeometryJson.of(query.shape().geometry()),
        query.source(),
        Decimals.round(outside, KM2_DIGITS));
  }

  private static People people(IncidentQuery query) {
    if (!query.residents().isKnown(query.inside())) {
      return null;
    }
    var range = query.residents().count(query.inside()).rounded(0);
    return new People(
        range.value(),
        range.low(),
        range.high(),
        "people",
        query.residents().indicator(),
        query.residents().findPeriod().orElseThrow().id(),
        Residents.label(query.inside()),
        uncounted(query));
  }

  private static List<String> uncounted(IncidentQuery query) {
    return query.inside().stream()
        .map(one -> one.overlap().code())
        .filter(code -> query.residents().find(code).isEmpty())
        .map(AreaCode::value)
        .toList();
  }

  private static List<Touched> touched(
      IncidentQuery query,
      String level,
      Residents residents,
      List<Residents.Inside> inside,
      Optional<Figures> support) {
    var entries = query.snapshot().areas(query.edition()).list(level);
    return inside.stream()
        .map(one -> touched(query, entries.get(one.overlap().code()), residents, one, support))
        .toList();
  }

  private static Touched touched(
      IncidentQuery query,
      AreaEntry area,
      Residents residents,
      Residents.Inside one,
      Optional<Figures> support) {
    Overlap overlap = one.overlap();
    var number = residents.find(overlap.code());
    var figure = support.flatMap(known -> known.find(overlap.code()));
    var missing = new ArrayList<String>();
    if (number.isEmpty()) {
      missing.add(residents.indicator());
    }
    if (figure.isEmpty()) {
      query.request().support().ifPresent(asked -> missing.add(asked.indicator()));
    }
    return new Touched(
        overlap.code().value(),
        area.name(),
        district(query.snapshot(), query.edition(), area),
        Decimals.round(overlap.share(), SHARE_DIGITS),
        number.isEmpty() ? null : Decimals.round(one.share().value(), SHARE_DIGITS),
        one.weights(),
        number.map(people -> Range.of(people, one.share(), 0)).orElse(null),
        overlap.isWhole(),
        figure.orElse(null),
        missing);
  }

  /** Name of the district of an area; null if it has none. */
  static String district(Snapshot snapshot, String edition, AreaEntry area) {
    var code = area.ancestors().get(AreaLevel.DISTRICT.id());
    return code == null
        ? null
        : snapshot
            .areas(edition)
            .find(AreaLevel.DISTRICT.id(), code)
            .map(AreaEntry::name)
            .orElse(null);
  }

  private static Support support(IncidentQuery query) {
    if (query.support().isEmpty()) {
      return null;
    }
    var figures = query.support().get();
    var mean = query.mean();
    var missing = leftOut(query, figures);
    return mean.map(
            one ->
                new Support(
                    figures.indicator().id(),
                    figures.indicator().name(),
                    figures.indicator().unit(),
                    figures.period(),
                    one.value(),
                    one.low(),
                    one.high(),
                    one.status(),
                    missing))
        .orElse(null);
  }

  /** Areas that the mean leaves out: without a value, or without a number of people. */
  private static List<String> leftOut(IncidentQuery query, Figures figures) {
    return query.inside().stream()
        .map(one -> one.overlap().code())
        .filter(code -> !figures.has(code) || query.residents().find(code).isEmpty())
        .map(AreaCode::value)
        .toList();
  }

  /** What a reader has to know, what matters most first. */
  private static List<LocalizedText> notes(IncidentQuery query) {
    var notes = new LinkedHashMap<String, LocalizedText>();
    if (query.inside().isEmpty()) {
      notes.put("outside", WORDS.get("note.outside"));
      return List.copyOf(notes.values());
    }
    notes.put("limits", WORDS.get("note.limits"));
    boolean known = query.residents().isKnown(query.inside());
    if (known) {
      notes.put("people", WORDS.get("note.people." + Residents.label(query.inside())));
      notes.put("range", WORDS.get("note.range"));
    } else {
      notes.put("people", WORDS.get("note.people.unknown"));
    }
    int uncounted = uncounted(query).size();
    if (known && uncounted > 0) {
      notes.put("uncounted", WORDS.get("note.uncounted", Integer.toString(uncounted)));
    }
    notesOfSupport(query, notes);
    if (query.groups().stream().anyMatch(group -> !group.missing().isEmpty())) {
      notes.put("groups", WORDS.get("note.groups"));
    }
    query
        .unranked()
        .ifPresent(
            problem ->
                notes.put(
                    "unranked",
                    new LocalizedText(
                        WORDS.get("note.unranked", Problems.detail(problem, Language.GERMAN)).de(),
                        WORDS
                            .get("note.unranked", Problems.detail(problem, Language.ENGLISH))
                            .en())));
    return List.copyOf(notes.values());
  }

  private static void notesOfSupport(IncidentQuery query, Map<String, LocalizedText> notes) {
    if (query.support().isEmpty()) {
      return;
    }
    var figures = query.support().get();
    boolean any = query.mean().isPresent();
    notes.put("support", WORDS.get(any ? "note.support" : "note.support.none"));
    if (any && !figures.sharesErrors()) {
      notes.put("shared", WORDS.get("note.shared-unknown"));
    }
    int missing = leftOut(query, figures).size();
    if (any && missing > 0) {
      notes.put("missing", WORDS.get("note.support.missing", Integer.toString(missing)));
    }
    if (query.request().neighbours() > 0) {
      notes.put("neighbours", WORDS.get("note.neighbours"));
    }
  }
}
