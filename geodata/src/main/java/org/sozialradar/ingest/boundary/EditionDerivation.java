package org.sozialradar.ingest.boundary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.Dissolve;
import org.sozialradar.ingest.boundary.MergerSettings.DerivedEdition;

/** The areas of an edition that mergers made of an earlier one. */
final class EditionDerivation {
  /** Facts that do not hold for the merged area. */
  private static final Set<String> OWN_FACTS = Set.of("EWZ", "KFL", "WSK", "DEBKG_ID");

  private final DerivedEdition derived;
  private final Mergers mergers;
  private final SortedMap<AreaCode, AreaCode> successors;
  private final List<Area> areas = new ArrayList<>();

  EditionDerivation(DerivedEdition derived, List<Area> base, Mergers mergers) {
    this.derived = derived;
    this.mergers = mergers;
    var byCode = new TreeMap<AreaCode, Area>();
    base.forEach(area -> byCode.put(area.code(), area));
    this.successors = mergers.successors(byCode.keySet(), derived.validFrom());
    var members = new TreeMap<AreaCode, List<Area>>();
    successors.forEach(
        (old, code) ->
            members.computeIfAbsent(code, unused -> new ArrayList<>()).add(byCode.get(old)));
    members.forEach((code, parts) -> areas.add(merged(code, parts)));
  }

  DerivedEdition derived() {
    return derived;
  }

  /** The areas by code. */
  List<Area> areas() {
    return List.copyOf(areas);
  }

  /** For each area of the first edition the one that it is, or is part of. */
  SortedMap<AreaCode, AreaCode> successors() {
    return successors;
  }

  private Area merged(AreaCode code, List<Area> parts) {
    var staying = parts.stream().filter(part -> part.code().equals(code)).findFirst();
    var name = mergers.findName(code, derived.validFrom());
    if (parts.size() == 1 && staying.isPresent()) {
      return renamed(staying.get(), name);
    }
    return new Area(
        code,
        parts.get(0).level(),
        name.or(() -> staying.map(Area::name)).orElseThrow(),
        staying.map(Area::designation).orElseGet(() -> commonDesignation(parts)),
        ancestors(code, staying, parts),
        staying.map(EditionDerivation::lastingFacts).orElseGet(Map::of),
        Dissolve.union(parts.stream().map(Area::geometry).toList()));
  }

  private static Area renamed(Area area, Optional<String> name) {
    return new Area(
        area.code(),
        area.level(),
        name.orElse(area.name()),
        area.designation(),
        area.ancestors(),
        area.attributes(),
        area.geometry());
  }

  private static String commonDesignation(Collection<Area> parts) {
    var designations = parts.stream().map(Area::designation).distinct().toList();
    return designations.size() == 1 ? designations.get(0) : "";
  }

  /** What the key tells holds in any case; the rest where the areas agree. */
  private static Map<String, AreaCode> ancestors(
      AreaCode code, Optional<Area> staying, List<Area> parts) {
    if (staying.isPresent()) {
      return staying.get().ancestors();
    }
    var ancestors = AncestorKeys.common(parts);
    if (org.sozialradar.area.GermanKeys.isAgs(code.value())) {
      ancestors.putAll(AncestorKeys.of(parts.get(0).level(), code, ""));
    }
    return ancestors;
  }

  private static Map<String, String> lastingFacts(Area area) {
    var facts = new TreeMap<>(area.attributes());
    facts.keySet().removeAll(OWN_FACTS);
    return facts;
  }
}
