package org.sozialradar.ingest.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.Dissolve;
import org.sozialradar.area.GermanKeys;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.ImportIssues;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.store.ImportBatch.AreaSet;

/** Dissolves the areas of a coarser level from those of a finer one. */
final class LevelDerivation {
  /** Areas of so few members are named after them where the file has no name for them. */
  private static final int NAMED_MEMBERS = 3;

  private final BatchBuilder batch;
  private final ImportIssues issues;
  private final IssuePlace place;

  LevelDerivation(BatchBuilder batch, ImportIssues issues, IssuePlace place) {
    this.batch = batch;
    this.issues = issues;
    this.place = place;
  }

  /**
   * Puts a coarser level into the batch.
   *
   * @param edition id of the edition
   * @param members areas of the finer level
   * @param coarser level to derive
   * @return how many areas it has
   */
  int derive(String edition, List<Area> members, AreaLevel coarser) {
    var byAncestor = byAncestor(edition, members, coarser);
    var names = knownNames(coarser.id());
    var areas =
        byAncestor.entrySet().parallelStream()
            .map(entry -> dissolved(entry.getKey(), coarser.id(), entry.getValue(), names))
            .toList();
    batch.putAreas(new AreaSet(edition, coarser, areas, List.of()));
    return areas.size();
  }

  private Map<AreaCode, List<Area>> byAncestor(
      String edition, List<Area> members, AreaLevel coarser) {
    var byAncestor = new TreeMap<AreaCode, List<Area>>();
    var without = new ArrayList<AreaCode>();
    for (var member : members) {
      var ancestor = member.ancestors().get(coarser.id());
      if (ancestor == null) {
        without.add(member.code());
      } else {
        byAncestor.computeIfAbsent(ancestor, code -> new ArrayList<>()).add(member);
      }
    }
    requireSome(byAncestor, coarser);
    reportPartly(edition, without, coarser);
    return byAncestor;
  }

  private void requireSome(Map<AreaCode, List<Area>> byAncestor, AreaLevel coarser) {
    if (byAncestor.isEmpty()) {
      throw new InputRejectedException(
          BoundaryIssues.NOT_DERIVABLE.at(place, coarser.id(), coarser.id()));
    }
  }

  /** Half the states have no regions: that is no fault. */
  private void reportPartly(String edition, List<AreaCode> without, AreaLevel coarser) {
    if (!without.isEmpty() && !coarser.equals(AreaLevel.REGION)) {
      issues.add(
          BoundaryIssues.PARTLY_DERIVED.at(
              place, coarser.id(), coarser.id(), without.size(), edition, without.get(0)));
    }
  }

  /** Names that other editions of this package have for areas of the level. */
  private Map<AreaCode, String> knownNames(String level) {
    return batch.ownAreas().stream()
        .filter(set -> set.level().id().equals(level))
        .flatMap(set -> set.areas().stream())
        .collect(Collectors.toMap(Area::code, Area::name, (older, newer) -> newer));
  }

  private static Area dissolved(
      AreaCode code, String level, List<Area> parts, Map<AreaCode, String> names) {
    return new Area(
        code,
        level,
        Optional.ofNullable(names.get(code)).orElseGet(() -> name(code, level, parts)),
        "",
        coarserAncestors(code, level, parts),
        Map.of(),
        Dissolve.union(parts.stream().map(Area::geometry).toList()));
  }

  private static Map<String, AreaCode> coarserAncestors(
      AreaCode code, String level, List<Area> parts) {
    var ancestors = AncestorKeys.common(parts);
    ancestors.remove(level);
    ancestors.values().remove(code);
    ancestors
        .keySet()
        .removeIf(
            other ->
                AreaLevel.BUILT_IN.stream()
                    .anyMatch(known -> known.id().equals(other) && isFiner(known, level)));
    return ancestors;
  }

  private static boolean isFiner(AreaLevel known, String level) {
    return AreaLevel.BUILT_IN.stream()
        .anyMatch(own -> own.id().equals(level) && known.rank() >= own.rank());
  }

  private static String name(AreaCode code, String level, List<Area> parts) {
    var official =
        level.equals(AreaLevel.STATE.id())
            ? GermanKeys.findStateName(code.value())
            : GermanKeys.findRegionName(code.value());
    return official.orElseGet(() -> memberNames(parts));
  }

  private static String memberNames(List<Area> parts) {
    String names =
        parts.stream().limit(NAMED_MEMBERS).map(Area::name).collect(Collectors.joining(" / "));
    return parts.size() > NAMED_MEMBERS ? names + " / …" : names;
  }
}
