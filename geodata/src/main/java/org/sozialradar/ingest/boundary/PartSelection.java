package org.sozialradar.ingest.boundary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.ResourceInput;

/** Decides which features make an area, by the rule of the manifest and never by accident. */
final class PartSelection {
  private final ResourceInput<BoundarySettings> input;
  private final Optional<PartRule> rule;

  PartSelection(ResourceInput<BoundarySettings> input) {
    this.input = input;
    this.rule = input.settings().findParts();
  }

  /** The features of each area, the one that names it first. */
  Map<AreaCode, List<KeyedFeature>> select(Map<AreaCode, List<KeyedFeature>> byKey) {
    var selected = new TreeMap<AreaCode, List<KeyedFeature>>();
    byKey.forEach(
        (code, features) -> {
          var parts = parts(features);
          if (!parts.isEmpty()) {
            selected.put(code, parts);
          }
        });
    return selected;
  }

  private List<KeyedFeature> parts(List<KeyedFeature> features) {
    if (rule.isEmpty()) {
      return requireOne(features);
    }
    var land = features.stream().filter(one -> isLand(one, rule.get())).toList();
    if (rule.get().others() == PartRule.Others.MERGE) {
      input.tally().add(Count.PARTS_MERGED, features.size() - 1L);
      return landFirst(features, land);
    }
    input.tally().add(Count.PARTS_DROPPED, features.size() - land.size());
    if (land.isEmpty()) {
      reportWithoutLand(features.get(0));
    }
    return requireOne(land);
  }

  private static List<KeyedFeature> landFirst(
      List<KeyedFeature> features, List<KeyedFeature> land) {
    return features.stream()
        .sorted((a, b) -> Boolean.compare(land.contains(b), land.contains(a)))
        .toList();
  }

  private static boolean isLand(KeyedFeature feature, PartRule rule) {
    return rule.land().contains(feature.text(rule.field()));
  }

  private void reportWithoutLand(KeyedFeature first) {
    var place = input.place(first.feature().number(), input.settings().key());
    String code = first.code().value();
    input.issues().add(BoundaryIssues.ONLY_OTHER_PARTS.at(place, code, code, name(first)));
  }

  private List<KeyedFeature> requireOne(List<KeyedFeature> features) {
    for (int i = 1; i < features.size(); i++) {
      reportTwice(features.get(0), features.get(i));
    }
    return features;
  }

  private void reportTwice(KeyedFeature first, KeyedFeature second) {
    long number = second.feature().number();
    input
        .issues()
        .add(
            BoundaryIssues.KEY_TWICE.at(
                input.place(number, input.settings().key()),
                second.code().value(),
                second.code(),
                input.settings().edition(),
                input.file().name(),
                first.feature().number(),
                name(first),
                number,
                name(second)));
  }

  private String name(KeyedFeature feature) {
    return feature.text(input.settings().name());
  }
}
