package org.sozialradar.ingest.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.area.AreaCorrespondence.Link;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.ResourceInput;

/**
 * The crosswalks between an edition and those that mergers made of it, from each to every later
 * one. A merged area goes whole to its successor, so all shares are 1.
 */
final class DerivedLinks {
  private final List<Stage> stages = new ArrayList<>();

  /** An edition, with what each area of the first edition is in it. */
  private record Stage(String edition, SortedMap<AreaCode, AreaCode> codes) {}

  DerivedLinks(String fromEdition, Set<AreaCode> base, List<EditionDerivation> derivations) {
    var same = new TreeMap<AreaCode, AreaCode>();
    base.forEach(code -> same.put(code, code));
    stages.add(new Stage(fromEdition, same));
    derivations.forEach(one -> stages.add(new Stage(one.derived().edition(), one.successors())));
  }

  void put(BatchBuilder batch, ResourceInput<MergerSettings> input) {
    for (int i = 0; i < stages.size(); i++) {
      for (int j = i + 1; j < stages.size(); j++) {
        put(stages.get(i), stages.get(j), batch, input);
      }
    }
  }

  private static void put(
      Stage from, Stage to, BatchBuilder batch, ResourceInput<MergerSettings> input) {
    var links = new TreeMap<AreaCode, Link>();
    from.codes()
        .forEach((base, code) -> links.put(code, new Link(code, to.codes().get(base), 1, 1)));
    put(from, to, input.settings().level(), List.copyOf(links.values()), batch, input);
    for (var level : batch.listLevels(to.edition())) {
      var before = batch.listAreas(from.edition(), level.id());
      var after = batch.listAreas(to.edition(), level.id());
      if (!level.id().equals(input.settings().level()) && isSame(before, after)) {
        put(from, to, level.id(), unchanged(before), batch, input);
      }
    }
  }

  private static void put(
      Stage from,
      Stage to,
      String level,
      List<Link> links,
      BatchBuilder batch,
      ResourceInput<MergerSettings> input) {
    batch.putCorrespondence(
        new AreaCorrespondence(from.edition(), to.edition(), level, batch.datasetId(), links));
    input.tally().add(Count.LINKS_STORED, links.size());
  }

  private static boolean isSame(List<Area> before, List<Area> after) {
    return before.equals(after);
  }

  private static List<Link> unchanged(List<Area> areas) {
    return areas.stream().map(area -> new Link(area.code(), area.code(), 1, 1)).toList();
  }
}
