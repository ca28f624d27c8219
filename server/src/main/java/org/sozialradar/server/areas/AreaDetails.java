package org.sozialradar.server.areas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.EditionAreas;
import org.sozialradar.server.snapshot.MilestoneEntry;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Succession;

/** Tells what is known of the areas of an edition. */
final class AreaDetails {
  private static final double TENTHS_OF_HECTARES = 1000;

  private final Snapshot snapshot;
  private final String edition;
  private final EditionAreas areas;

  AreaDetails(Snapshot snapshot, String edition) {
    this.snapshot = snapshot;
    this.edition = edition;
    areas = snapshot.areas(edition);
  }

  AreaAnswer answer(AreaEntry area) {
    return new AreaAnswer(
        area.code().value(),
        area.name(),
        area.designation(),
        area.level(),
        edition,
        ancestor(area, AreaLevel.DISTRICT.id())
            .map(district -> new AreaAnswer.Named(district.code().value(), district.name()))
            .orElse(null),
        area.hasGeometry() ? area.box() : null,
        area.hasGeometry() ? area.center() : null);
  }

  AreaAnswer.Detail detail(AreaEntry area) {
    return new AreaAnswer.Detail(
        snapshot.revision().number(),
        answer(area),
        holding(area, false),
        members(area),
        area.hasGeometry()
            ? Math.round(area.squareKilometres() * TENTHS_OF_HECTARES) / TENTHS_OF_HECTARES
            : null,
        area.hasGeometry(),
        Succession.predecessors(snapshot, edition, area),
        Succession.successors(snapshot, edition, area),
        holding(area, true),
        milestones(area));
  }

  private Optional<AreaEntry> ancestor(AreaEntry area, String level) {
    return Optional.ofNullable(area.ancestors().get(level))
        .flatMap(code -> areas.find(level, code));
  }

  /** The areas that hold an area, from coarse to fine: groups, or others. */
  private List<AreaAnswer.Placed> holding(AreaEntry area, boolean groups) {
    var holding = new ArrayList<AreaAnswer.Placed>();
    for (var level : areas.levels()) {
      if (level.group() == groups) {
        ancestor(area, level.id())
            .map(one -> new AreaAnswer.Placed(level.id(), one.code().value(), one.name()))
            .ifPresent(holding::add);
      }
    }
    return holding;
  }

  /** Of the finest level that makes it up: quarters of one town are no parts of its district. */
  private int members(AreaEntry area) {
    var levels = areas.levels();
    var hierarchy = areas.hierarchy();
    for (int i = levels.size() - 1; i >= 0; i--) {
      String finer = levels.get(i).id();
      if (hierarchy.isMadeUp(area.level(), area.code(), finer)) {
        return hierarchy.members(area.level(), area.code(), finer).size();
      }
    }
    return 0;
  }

  private List<MilestoneEntry> milestones(AreaEntry area) {
    if (snapshot.milestones().isEmpty()) {
      return List.of();
    }
    var codes = Succession.codesOverTime(snapshot, edition, area);
    return snapshot.milestones().stream()
        .filter(milestone -> codes.contains(milestone.code().value()))
        .map(MilestoneEntry::of)
        .toList();
  }
}
