package org.sozialradar.ingest.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.CoverageFlaw;
import org.sozialradar.area.CoverageRepair;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.IssueType;
import org.sozialradar.ingest.ResourceInput;

/** Makes areas fit together and reports every place where they did not. */
final class CoverageMending {
  private static final LocalizedText STEP =
      new LocalizedText(
          "Grenzen auf Lücken und Überlappungen prüfen", "Checking gaps and overlaps");

  private final ResourceInput<BoundarySettings> input;

  CoverageMending(ResourceInput<BoundarySettings> input) {
    this.input = input;
  }

  List<Area> mended(List<Area> areas) {
    var names = new TreeMap<AreaCode, String>();
    SortedMap<AreaCode, Geometry> coverage = new TreeMap<>();
    for (var area : areas) {
      names.put(area.code(), area.name());
      coverage.put(area.code(), area.geometry());
    }
    try (var step = input.progress().begin(STEP, areas.size())) {
      var result = CoverageRepair.repair(coverage, input.settings().closeGaps());
      step.advance(areas.size());
      result.mended().forEach(flaw -> report(flaw, names, true));
      result.left().forEach(flaw -> report(flaw, names, false));
      return withGeometry(areas, result.coverage());
    }
  }

  private static List<Area> withGeometry(List<Area> areas, SortedMap<AreaCode, Geometry> coverage) {
    var mended = new ArrayList<Area>(areas.size());
    areas.forEach(area -> mended.add(AreaChanges.geometry(area, coverage.get(area.code()))));
    return mended;
  }

  private void report(CoverageFlaw flaw, SortedMap<AreaCode, String> names, boolean mended) {
    count(flaw, mended);
    String codes =
        flaw.codes().stream()
            .limit(6)
            .map(code -> code + " (" + names.get(code) + ")")
            .collect(Collectors.joining(", "));
    input
        .issues()
        .add(
            type(flaw.kind(), mended)
                .at(
                    input.place(0, "geometry"),
                    flaw.codes().isEmpty() ? "" : flaw.codes().get(0).value(),
                    codes,
                    String.format("%.0f", Math.ceil(flaw.squareMetres())),
                    String.format(java.util.Locale.ROOT, "%.2f", flaw.widthMetres()),
                    flaw.longitude(),
                    flaw.latitude()));
  }

  private void count(CoverageFlaw flaw, boolean mended) {
    switch (flaw.kind()) {
      case GAP -> input.tally().add(Count.COVERAGE_GAPS);
      case OVERLAP -> input.tally().add(Count.COVERAGE_OVERLAPS);
      case UNMATCHED -> input.tally().add(Count.BORDERS_UNMATCHED);
    }
    if (mended) {
      input.tally().add(Count.COVERAGE_MENDED);
    }
  }

  private static IssueType type(CoverageFlaw.Kind kind, boolean mended) {
    return switch (kind) {
      case GAP -> mended ? BoundaryIssues.GAP_CLOSED : BoundaryIssues.GAP;
      case OVERLAP -> mended ? BoundaryIssues.OVERLAP_RESOLVED : BoundaryIssues.OVERLAP;
      case UNMATCHED -> mended ? BoundaryIssues.BORDER_MATCHED : BoundaryIssues.BORDER_UNMATCHED;
    };
  }
}
