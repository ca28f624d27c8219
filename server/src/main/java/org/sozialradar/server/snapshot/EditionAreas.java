package org.sozialradar.server.snapshot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaHierarchy;
import org.sozialradar.area.AreaLevel;

/** The areas of one edition on all its levels, without their boundaries. Immutable. */
public final class EditionAreas {
  private final List<AreaLevel> levels;
  private final Map<String, SortedMap<AreaCode, AreaEntry>> entries = new LinkedHashMap<>();
  private final AreaHierarchy hierarchy;
  private final AreaSearch search;

  /**
   * The areas of an edition.
   *
   * @param areas areas by level, from coarse to fine
   */
  EditionAreas(Map<AreaLevel, List<Area>> areas) {
    levels = List.copyOf(areas.keySet());
    var byId = new TreeMap<String, List<Area>>();
    areas.forEach(
        (level, list) -> {
          byId.put(level.id(), list);
          entries.put(level.id(), entriesOf(list));
        });
    hierarchy = AreaHierarchy.of(byId);
    search = new AreaSearch(all());
  }

  private static SortedMap<AreaCode, AreaEntry> entriesOf(List<Area> areas) {
    var made = new TreeMap<AreaCode, AreaEntry>();
    var all = areas.parallelStream().map(AreaEntry::of).toList();
    all.forEach(entry -> made.put(entry.code(), entry));
    return Collections.unmodifiableSortedMap(made);
  }

  private List<AreaEntry> all() {
    var all = new ArrayList<AreaEntry>();
    entries.values().forEach(level -> all.addAll(level.values()));
    return all;
  }

  /** Its levels, from coarse to fine. */
  public List<AreaLevel> levels() {
    return levels;
  }

  /** The areas of a level by code; empty if the edition does not have the level. */
  public SortedMap<AreaCode, AreaEntry> list(String level) {
    return entries.getOrDefault(level, Collections.emptySortedMap());
  }

  /** An area of a level. */
  public Optional<AreaEntry> find(String level, AreaCode code) {
    return Optional.ofNullable(list(level).get(code));
  }

  /** The area with a code on the finest level that has one. */
  public Optional<AreaEntry> find(AreaCode code) {
    return levels.stream()
        .map(level -> find(level.id(), code))
        .flatMap(Optional::stream)
        .reduce((coarse, fine) -> fine);
  }

  public AreaHierarchy hierarchy() {
    return hierarchy;
  }

  public AreaSearch search() {
    return search;
  }

  /**
   * What the areas of a level with boundaries cover: west, south, east, north; empty if none has
   * one.
   */
  public List<Double> box(String level) {
    var cover = new Envelope();
    list(level).values().stream()
        .filter(AreaEntry::hasGeometry)
        .map(AreaEntry::box)
        .forEach(
            box ->
                cover.expandToInclude(
                    new Envelope(box.get(0), box.get(2), box.get(1), box.get(3))));
    return cover.isNull() ? List.of() : AreaEntry.box(cover);
  }
}
