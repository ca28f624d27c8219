package org.sozialradar.ingest.boundary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.Dissolve;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.ResourceImporter;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.store.ImportBatch.AreaSet;

/** Imports named groups of areas (kind {@code area-groups}). */
public final class GroupImporter implements ResourceImporter<GroupSettings> {

  @Override
  public String kind() {
    return "area-groups";
  }

  @Override
  public Class<GroupSettings> settingsType() {
    return GroupSettings.class;
  }

  /** A named group, with the keys of its members. */
  private record Group(AreaCode code, String name, Set<AreaCode> members) {}

  @Override
  public void read(ResourceInput<GroupSettings> input, BatchBuilder batch) {
    var level = groupLevel(input, batch);
    var groups = groups(input);
    if (input.issues().hasErrors()) {
      return;
    }
    var formed = new TreeSet<AreaCode>();
    for (var edition : input.settings().editions()) {
      formed.addAll(form(edition, level, groups, input, batch));
    }
    groups.stream()
        .filter(group -> !formed.contains(group.code()))
        .map(group -> AttributeIssues.GROUP_NOWHERE.at(input.place(), group.name(), group.name()))
        .forEach(input.issues()::add);
  }

  private static AreaLevel groupLevel(ResourceInput<GroupSettings> input, BatchBuilder batch) {
    var level = Editions.level(batch, input.settings().level(), input.place());
    var members = Editions.level(batch, input.settings().memberLevel(), input.place());
    if (!level.group() || level.rank() >= members.rank()) {
      Object[] arguments = {level.id(), members.id()};
      throw new InputRejectedException(
          AttributeIssues.LEVEL_NO_GROUP.at(input.place(), level.id(), arguments));
    }
    return level;
  }

  private static List<Group> groups(ResourceInput<GroupSettings> input) {
    var columns = input.settings().columns();
    var keys = new KeyReader(input.issues(), input.tally());
    var groups = new LinkedHashMap<String, Group>();
    var groupOf = new TreeMap<AreaCode, String>();
    for (var line : TableLine.read(input, List.of(columns.group(), columns.member()))) {
      var place = input.place(line.number(), columns.member());
      var member = keys.find(line.text(columns.member()), columns.memberType(), place);
      var group = findGroup(line, groups, input);
      if (member.isEmpty() || group.isEmpty()) {
        continue;
      }
      var other = groupOf.putIfAbsent(member.get(), group.get().name());
      if (other != null) {
        String value = member.get().value();
        input.issues().add(AttributeIssues.MEMBER_TWICE.at(place, value, value, other));
      }
      group.get().members().add(member.get());
    }
    keys.noteRestored(input.place());
    return List.copyOf(groups.values());
  }

  private static Optional<Group> findGroup(
      TableLine line, Map<String, Group> groups, ResourceInput<GroupSettings> input) {
    String column = input.settings().columns().group();
    String name = line.text(column);
    String slug = Slug.of(name);
    var place = input.place(line.number(), column);
    if (slug.isEmpty()) {
      input.issues().add(AttributeIssues.GROUP_UNNAMED.at(place, name, name));
      return Optional.empty();
    }
    var group =
        groups.computeIfAbsent(slug, s -> new Group(new AreaCode(s), name, new TreeSet<>()));
    if (!group.name().equals(name)) {
      Object[] arguments = {group.name(), name, slug};
      input.issues().add(AttributeIssues.SLUG_TWICE.at(place, name, arguments));
    }
    return Optional.of(group);
  }

  /** Forms the groups of an edition and tells which ones. */
  private static Set<AreaCode> form(
      String edition,
      AreaLevel level,
      List<Group> groups,
      ResourceInput<GroupSettings> input,
      BatchBuilder batch) {
    String memberLevel = input.settings().memberLevel();
    var members = byCode(batch.listAreas(edition, memberLevel));
    if (members.isEmpty()) {
      Object[] arguments = {edition, memberLevel};
      throw new InputRejectedException(
          BoundaryIssues.EDITION_EMPTY.at(input.place(), edition, arguments));
    }
    var areas = new ArrayList<Area>();
    members.replaceAll((code, area) -> without(area, level));
    groups.stream()
        .sorted((a, b) -> a.code().compareTo(b.code()))
        .filter(group -> isWhole(group, members, edition, input))
        .forEach(group -> areas.add(formed(group, level, members)));
    if (!areas.isEmpty()) {
      batch.putAreas(new AreaSet(edition, level, areas, List.of()));
      putMembers(edition, memberLevel, members, input, batch);
    }
    input.tally().add(Count.AREAS_STORED, areas.size());
    return new TreeSet<>(areas.stream().map(Area::code).toList());
  }

  private static Map<AreaCode, Area> byCode(List<Area> areas) {
    var byCode = new TreeMap<AreaCode, Area>();
    areas.forEach(area -> byCode.put(area.code(), area));
    return byCode;
  }

  /** Groups that are imported anew replace the ones before. */
  private static Area without(Area area, AreaLevel level) {
    var ancestors = new TreeMap<>(area.ancestors());
    ancestors.remove(level.id());
    return AreaChanges.ancestors(area, ancestors);
  }

  private static boolean isWhole(
      Group group,
      Map<AreaCode, Area> members,
      String edition,
      ResourceInput<GroupSettings> input) {
    for (var code : group.members()) {
      if (!members.containsKey(code)) {
        Object[] arguments = {group.name(), edition, code};
        input
            .issues()
            .add(AttributeIssues.MEMBER_UNKNOWN.at(input.place(), code.value(), arguments));
        return false;
      }
    }
    return true;
  }

  /** The area of a group; its members are told that they belong to it. */
  private static Area formed(Group group, AreaLevel level, Map<AreaCode, Area> members) {
    var parts = group.members().stream().map(members::get).toList();
    var ancestors = AncestorKeys.common(parts);
    ancestors.keySet().removeIf(id -> isFiner(id, level));
    for (var part : parts) {
      var own = new TreeMap<>(part.ancestors());
      own.put(level.id(), group.code());
      members.put(part.code(), AreaChanges.ancestors(part, own));
    }
    return new Area(
        group.code(),
        level.id(),
        group.name(),
        "",
        ancestors,
        Map.of(),
        Dissolve.union(parts.stream().map(Area::geometry).toList()));
  }

  private static boolean isFiner(String id, AreaLevel level) {
    return AreaLevel.BUILT_IN.stream()
        .anyMatch(known -> known.id().equals(id) && known.rank() >= level.rank());
  }

  private static void putMembers(
      String edition,
      String memberLevel,
      Map<AreaCode, Area> members,
      ResourceInput<GroupSettings> input,
      BatchBuilder batch) {
    var level = Editions.level(batch, memberLevel, input.place());
    var pyramid = batch.listCoverages(edition, memberLevel);
    batch.putAreas(
        new AreaSet(
            edition,
            level,
            List.copyOf(members.values()),
            pyramid,
            batch.listAreaDatasets(edition, memberLevel)));
  }

  @Override
  public void finish(ResourceInput<GroupSettings> input, BatchBuilder batch) {
    Pyramids.complete(batch, input.progress());
  }
}
