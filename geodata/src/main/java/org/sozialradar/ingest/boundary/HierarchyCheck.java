package org.sozialradar.ingest.boundary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.ImportIssues;

/** Finds areas whose ancestor is named but not there, although the edition has its level. */
final class HierarchyCheck {
  private HierarchyCheck() {}

  /** Checks the areas of a level in an edition; adds one warning for each level of ancestors. */
  static void check(BatchBuilder batch, String edition, String level, ImportIssues issues) {
    var codes = new HashMap<String, SortedSet<AreaCode>>();
    var lacking = new TreeMap<String, Set<AreaCode>>();
    var areas = batch.listAreas(edition, level);
    for (var area : areas) {
      area.ancestors()
          .forEach(
              (coarser, code) -> {
                var known = codes.computeIfAbsent(coarser, id -> batch.listCodes(edition, id));
                if (!known.isEmpty() && !known.contains(code)) {
                  lacking.computeIfAbsent(coarser, unused -> new TreeSet<>()).add(code);
                }
              });
    }
    lacking.forEach((coarser, missing) -> report(edition, level, areas, coarser, missing, issues));
  }

  private static void report(
      String edition,
      String level,
      List<Area> areas,
      String coarser,
      Set<AreaCode> missing,
      ImportIssues issues) {
    long affected = areas.stream().filter(area -> isIn(area.ancestors(), coarser, missing)).count();
    Object[] arguments = {edition, affected, level, coarser, missing.iterator().next()};
    issues.add(BoundaryIssues.ANCESTOR_MISSING.issue(arguments));
  }

  private static boolean isIn(Map<String, AreaCode> ancestors, String level, Set<AreaCode> codes) {
    var code = ancestors.get(level);
    return code != null && codes.contains(code);
  }
}
