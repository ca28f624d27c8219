package org.sozialradar.server.socialspace;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.layer.LayerRole;
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.Peers;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.text.Bilingual;

/**
 * What an area has and lacks, as it goes out.
 *
 * @param population number of its inhabitants; null if not known
 * @param peers whom it is held against; null if nobody
 * @param falseDiscoveryRate share of false findings that the verdicts hold to
 */
record SocialSpaceAnswer(
    @JsonUnwrapped Provenance provenance,
    String edition,
    String level,
    String code,
    String name,
    BigDecimal population,
    Group peers,
    double falseDiscoveryRate,
    List<FacilityStanding.Entry> facilities,
    List<IndicatorStanding.Entry> indicators,
    List<Gap> gaps,
    List<Map<String, Object>> measures,
    List<WaveComparison.Entry> waves,
    List<Note> notes) {
  static final Bilingual WORDS = Bilingual.of(SocialSpaceAnswer.class, "socialspace");

  /** Whom an area is held against. */
  record Group(String kind, String id, String level, int n) {}

  /** What a reader has to know. */
  record Note(String kind, LocalizedText text) {}

  static SocialSpaceAnswer of(Ground ground, List<AreaMeasure> measures) {
    var facilities = FacilityStanding.of(ground);
    var indicators = IndicatorStanding.of(ground);
    var waves = WaveComparison.of(ground);
    return new SocialSpaceAnswer(
        provenance(ground, indicators, waves),
        ground.edition(),
        ground.level(),
        ground.area().code().value(),
        ground.area().name(),
        population(ground),
        group(ground),
        IndicatorStanding.RATE,
        facilities,
        indicators,
        Gap.of(facilities, indicators),
        measures.stream().map(AreaMeasure::json).toList(),
        waves,
        notes(ground, facilities, waves, measures));
  }

  /** Null if there is nobody to hold it against. */
  static Group group(Ground ground) {
    return ground
        .findGroup()
        .map(
            one ->
                new Group(
                    Peers.label(one.kind()), one.id(), ground.peerLevel(), ground.peers().size()))
        .orElse(null);
  }

  /** Null if not known. */
  static BigDecimal population(Ground ground) {
    var people =
        Ground.people(ground.snapshot(), ground.edition(), ground.level())
            .get(ground.area().code());
    return people == null ? null : IndicatorStanding.rounded(people, 0);
  }

  private static Provenance provenance(
      Ground ground, List<IndicatorStanding.Entry> indicators, List<WaveComparison.Entry> waves) {
    var snapshot = ground.snapshot();
    var datasets = new LinkedHashSet<String>();
    snapshot.contextLayers().values().stream()
        .filter(layer -> layer.role() == LayerRole.FACILITY)
        .forEach(layer -> datasets.add(layer.datasetId()));
    indicators.forEach(one -> datasets.addAll(one.origin().datasets()));
    waves.forEach(one -> datasets.addAll(one.datasets()));
    Peers.findPopulation(snapshot, ground.edition(), ground.level())
        .ifPresent(
            table -> {
              var newest = table.periods().get(table.periods().size() - 1);
              datasets.addAll(table.origin(newest).datasets());
            });
    return Provenance.of(snapshot, datasets);
  }

  private static List<Note> notes(
      Ground ground,
      List<FacilityStanding.Entry> facilities,
      List<WaveComparison.Entry> waves,
      List<AreaMeasure> measures) {
    var kinds = new ArrayList<String>();
    kinds.add(facilities.isEmpty() ? missing(ground.area()) : "counted");
    if (!facilities.isEmpty()) {
      kinds.add("distance");
    }
    kinds.add(ground.peers().size() < Quartiles.LEAST ? "few-peers" : "middle-half");
    kinds.add("areas");
    if (!waves.isEmpty()) {
      kinds.add("waves");
    }
    if (!waves.isEmpty() || !measures.isEmpty()) {
      kinds.add("no-proof");
    }
    return kinds.stream().map(kind -> new Note(kind, WORDS.get("note." + kind))).toList();
  }

  private static String missing(AreaEntry area) {
    return area.hasGeometry() ? "no-layers" : "no-boundary";
  }
}
