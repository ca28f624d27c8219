package org.sozialradar.ingest.crosswalk;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.area.AreaCorrespondence.Link;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.ResourceInput;

/**
 * Makes the links of a crosswalk, whose shares must sum to 1 for each old area (methods, section
 * 6).
 *
 * <p>Two deviations are put right and reported: sums that miss 1 by the rounding that the manifest
 * states, and shares by population of an area without inhabitants, which mean nothing. Others are
 * errors.
 */
final class ShareSums {
  private static final LocalizedText POPULATION = new LocalizedText("Bevölkerungs", "population");
  private static final LocalizedText AREA = new LocalizedText("Flächen", "area");

  private final ResourceInput<CrosswalkSettings> input;

  ShareSums(ResourceInput<CrosswalkSettings> input) {
    this.input = input;
  }

  List<Link> links(List<CrosswalkRow> rows) {
    SortedMap<AreaCode, List<CrosswalkRow>> byArea = new TreeMap<>();
    rows.forEach(row -> byArea.computeIfAbsent(row.from(), code -> new ArrayList<>()).add(row));
    var links = new ArrayList<Link>();
    byArea.values().forEach(parts -> links.addAll(linksOf(parts)));
    return links;
  }

  private List<Link> linksOf(List<CrosswalkRow> parts) {
    double population = sum(parts, CrosswalkRow::populationShare, POPULATION);
    double area = sum(parts, CrosswalkRow::areaShare, AREA);
    if (population <= 0 || area <= 0) {
      return List.of();
    }
    return parts.stream()
        .map(
            part ->
                new Link(
                    part.from(),
                    part.to(),
                    Math.min(1, part.populationShare() / population),
                    Math.min(1, part.areaShare() / area)))
        .toList();
  }

  /** The sum of the shares, reported if it is not 1; 0 if it cannot be put right. */
  private double sum(
      List<CrosswalkRow> parts, ToDoubleFunction<CrosswalkRow> share, LocalizedText kind) {
    double sum = parts.stream().mapToDouble(share).sum();
    double deviation = Math.abs(sum - 1);
    if (deviation <= AreaCorrespondence.SHARE_TOLERANCE) {
      return sum;
    }
    var first = parts.get(0);
    var place = input.place(first.number(), input.settings().columns().from());
    String key = first.from().value();
    if (deviation <= input.settings().rounding()) {
      input.issues().add(CrosswalkIssues.SHARES_ROUNDED.at(place, key, key, (float) sum));
      return sum;
    }
    if (kind.equals(POPULATION) && sum > 0 && isUninhabited(parts)) {
      input.issues().add(CrosswalkIssues.SHARES_UNINHABITED.at(place, key, key, (float) sum));
      return sum;
    }
    Object[] texts = {kind, key, (float) sum};
    input.issues().add(CrosswalkIssues.SHARES_SUM.at(place, key, texts));
    return 0;
  }

  private static boolean isUninhabited(List<CrosswalkRow> parts) {
    return parts.stream().allMatch(part -> part.population() == 0);
  }
}
