package org.sozialradar.server.socialspace;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.sozialradar.server.snapshot.Peers;
import org.sozialradar.server.snapshot.Provenance;

/**
 * All that is published of an area on one page, as it goes out.
 *
 * @param population number of its inhabitants; null if not known
 * @param peers whom it is held against; null if nobody
 * @param falseDiscoveryRate share of false findings that the verdicts hold to
 * @param contacts offices of the area and of what holds it
 */
record Portrait(
    @JsonUnwrapped Provenance provenance,
    String edition,
    String level,
    String code,
    String name,
    BigDecimal population,
    SocialSpaceAnswer.Group peers,
    double falseDiscoveryRate,
    List<Dimension> dimensions,
    List<PortraitIndicator> indicators,
    SafetyGap safety,
    List<AreaContact> contacts,
    List<SocialSpaceAnswer.Note> notes) {

  static Portrait of(Ground ground, List<AreaContact> contacts) {
    var indicators = PortraitIndicator.of(ground);
    var safety = SafetyGap.of(ground);
    return new Portrait(
        provenance(ground, indicators, safety),
        ground.edition(),
        ground.level(),
        ground.area().code().value(),
        ground.area().name(),
        SocialSpaceAnswer.population(ground),
        SocialSpaceAnswer.group(ground),
        IndicatorStanding.RATE,
        Dimension.of(ground),
        indicators,
        safety,
        contacts,
        notes(ground, indicators, safety));
  }

  private static Provenance provenance(
      Ground ground, List<PortraitIndicator> indicators, SafetyGap safety) {
    var datasets = new LinkedHashSet<String>();
    indicators.forEach(one -> datasets.addAll(one.datasets()));
    datasets.addAll(safety.datasets());
    Peers.findPopulation(ground.snapshot(), ground.edition(), ground.level())
        .ifPresent(
            table -> {
              var newest = table.periods().get(table.periods().size() - 1);
              datasets.addAll(table.origin(newest).datasets());
            });
    return Provenance.of(ground.snapshot(), datasets);
  }

  /** What the data cannot say. */
  private static List<SocialSpaceAnswer.Note> notes(
      Ground ground, List<PortraitIndicator> indicators, SafetyGap safety) {
    var kinds = new ArrayList<String>();
    kinds.add("areas");
    kinds.add(ground.peers().size() < Quartiles.LEAST ? "few-peers" : "middle-half");
    if (indicators.stream().anyMatch(one -> one.standing().isModelled())) {
      kinds.add("modelled");
    }
    if (safety.recorded() != null) {
      kinds.add("recorded-crime");
    }
    if (safety.difference() != null) {
      kinds.add("safety-gap");
    }
    if (indicators.stream().anyMatch(one -> one.change() != null)) {
      kinds.add("waves");
      kinds.add("no-proof");
    }
    kinds.add("network-incomplete");
    return kinds.stream()
        .map(kind -> new SocialSpaceAnswer.Note(kind, SocialSpaceAnswer.WORDS.get("note." + kind)))
        .toList();
  }
}
