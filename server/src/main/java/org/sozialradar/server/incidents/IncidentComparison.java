package org.sozialradar.server.incidents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.area.AreaCode;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.incident.IncidentShape;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * Two saved incidents beside each other, with the data of today, as it goes out.
 *
 * @param newly areas that b touches and a does not
 * @param noLonger areas that a touches and b does not
 * @param both number of areas that both touch
 * @param difference people inside b less those inside a; null if no population is published
 * @param km2 surface of b less that of a
 */
record IncidentComparison(
    @JsonUnwrapped Provenance provenance,
    String edition,
    String level,
    Side a,
    Side b,
    List<Moved> newly,
    List<Moved> noLonger,
    int both,
    Range difference,
    BigDecimal km2,
    List<LocalizedText> notes) {
  private static final int KM2_DIGITS = 3;

  /** One of the two; people are null if no area that it touches has a published population. */
  record Side(SavedIncident incident, BigDecimal km2, int areas, Range people) {}

  /** An area that only one of the two touches; people are null if not published. */
  record Moved(String code, String name, Range people) {}

  /** What both ask about. */
  private record Ground(
      Snapshot snapshot,
      String edition,
      String level,
      Residents residents,
      IncidentSources sources) {
    Map<AreaCode, Residents.Inside> inside(IncidentShape shape) {
      var inside = new HashMap<AreaCode, Residents.Inside>();
      var all = residents.inside(PlaceShape.touched(snapshot.shapes(edition, level), shape), shape);
      sources.addAreas(level, residents, all);
      all.forEach(one -> inside.put(one.overlap().code(), one));
      return inside;
    }

    Range.Sum people(Optional<IncidentShape> shape) {
      return shape
          .map(one -> residents.count(List.copyOf(inside(one).values())))
          .orElseGet(Range.Sum::new);
    }

    List<Moved> onlyIn(Map<AreaCode, Residents.Inside> one, Map<AreaCode, Residents.Inside> other) {
      return one.keySet().stream()
          .filter(code -> !other.containsKey(code))
          .sorted()
          .map(code -> moved(one.get(code)))
          .toList();
    }

    private Moved moved(Residents.Inside inside) {
      var code = inside.overlap().code();
      return new Moved(
          code.value(),
          snapshot.areas(edition).find(level, code).orElseThrow().name(),
          residents.find(code).map(people -> Range.of(people, inside.share(), 0)).orElse(null));
    }

    Side side(SavedIncident saved, IncidentShape shape, Map<AreaCode, Residents.Inside> inside) {
      return new Side(
          saved.brief(),
          Decimals.round(shape.squareKilometres(), KM2_DIGITS),
          inside.size(),
          residents.isKnown(inside.values())
              ? residents.count(List.copyOf(inside.values())).rounded(0)
              : null);
    }
  }

  /**
   * Compares two incidents.
   *
   * @throws ProblemException if they ask about different areas
   */
  static IncidentComparison of(Snapshot snapshot, SavedIncident a, SavedIncident b) {
    var ground = ground(snapshot, a.request(), b.request());
    var shapeOfA = PlaceShape.of(snapshot, a.request().place());
    var shapeOfB = PlaceShape.of(snapshot, b.request().place());
    var insideA = ground.inside(shapeOfA);
    var insideB = ground.inside(shapeOfB);
    var more = ground.people(shapeOfB.minus(shapeOfA));
    var fewer = ground.people(shapeOfA.minus(shapeOfB));
    ground.sources().addPlace(a.request().place());
    ground.sources().addPlace(b.request().place());
    return new IncidentComparison(
        Provenance.of(snapshot, ground.sources().datasets()),
        ground.edition(),
        ground.level(),
        ground.side(a, shapeOfA, insideA),
        ground.side(b, shapeOfB, insideB),
        ground.onlyIn(insideB, insideA),
        ground.onlyIn(insideA, insideB),
        (int) insideA.keySet().stream().filter(insideB::containsKey).count(),
        ground.residents().isKnown() ? more.minus(fewer).rounded(0) : null,
        Decimals.round(shapeOfB.squareKilometres() - shapeOfA.squareKilometres(), KM2_DIGITS),
        List.of(
            IncidentAnswer.WORDS.get("note.comparison"), IncidentAnswer.WORDS.get("note.limits")));
  }

  private static Ground ground(Snapshot snapshot, IncidentRequest a, IncidentRequest b) {
    String edition = IncidentQuery.edition(snapshot, a.edition());
    if (!a.level().equals(b.level())
        || !edition.equals(IncidentQuery.edition(snapshot, b.edition()))) {
      throw ProblemException.ofParameter(ProblemType.INCIDENTS_DIFFER, "b", a.level(), edition);
    }
    String level = Selection.level(snapshot, edition, a.level()).id();
    return new Ground(
        snapshot,
        edition,
        level,
        Residents.of(snapshot, edition, level),
        new IncidentSources(snapshot, edition));
  }
}
