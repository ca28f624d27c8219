package org.sozialradar.server.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaTransfer;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.ShareKind;

/** Which areas of other editions an area grew out of or went into. */
public final class Succession {
  private Succession() {}

  /**
   * An area of another edition.
   *
   * @param code its code
   * @param name its name
   * @param validOn first day of the nearest edition that has it
   */
  public record Relative(String code, String name, String validOn) {}

  /** Areas of earlier editions with another code that an area grew out of, by code. */
  public static List<Relative> predecessors(Snapshot snapshot, String edition, AreaEntry area) {
    var found = new TreeMap<AreaCode, Relative>();
    for (var other : snapshot.editions()) {
      if (other.id().equals(edition)) {
        break;
      }
      transfer(snapshot, area.level(), other.id(), edition)
          .forEach(
              transfer ->
                  transfer.sources(area.code()).stream()
                      .map(AreaTransfer.Part::from)
                      .forEach(code -> add(found, snapshot, other, area, code, true)));
    }
    return List.copyOf(found.values());
  }

  /** Areas of later editions with another code that an area went into, by code. */
  public static List<Relative> successors(Snapshot snapshot, String edition, AreaEntry area) {
    var found = new TreeMap<AreaCode, Relative>();
    boolean later = false;
    for (var other : snapshot.editions()) {
      if (later) {
        for (var transfer : transfer(snapshot, area.level(), edition, other.id())) {
          snapshot.areas(other.id()).list(area.level()).keySet().stream()
              .filter(code -> takesFrom(transfer, code, area.code()))
              .forEach(code -> add(found, snapshot, other, area, code, false));
        }
      }
      later = later || other.id().equals(edition);
    }
    return List.copyOf(found.values());
  }

  private static boolean takesFrom(AreaTransfer transfer, AreaCode to, AreaCode from) {
    return transfer.sources(to).stream().anyMatch(part -> part.from().equals(from));
  }

  private static List<AreaTransfer> transfer(
      Snapshot snapshot, String level, String from, String to) {
    return snapshot.crosswalks().find(level, from, to, ShareKind.AREA).stream().toList();
  }

  private static void add(
      Map<AreaCode, Relative> found,
      Snapshot snapshot,
      BoundaryVersion edition,
      AreaEntry area,
      AreaCode code,
      boolean replace) {
    if (code.equals(area.code())) {
      return;
    }
    snapshot
        .areas(edition.id())
        .find(area.level(), code)
        .map(other -> new Relative(code.value(), other.name(), edition.validFrom().toString()))
        .ifPresent(relative -> found.merge(code, relative, (old, now) -> replace ? now : old));
  }

  /** The codes of an area and of all that it grew out of. */
  public static List<String> codesOverTime(Snapshot snapshot, String edition, AreaEntry area) {
    var codes = new ArrayList<String>();
    codes.add(area.code().value());
    predecessors(snapshot, edition, area).forEach(relative -> codes.add(relative.code()));
    return codes;
  }
}
