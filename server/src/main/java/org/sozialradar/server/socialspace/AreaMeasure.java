package org.sozialradar.server.socialspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sozialradar.area.AreaCode;
import org.sozialradar.records.RecordStore;
import org.sozialradar.records.SavedRecord;
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * A measure with its area in an edition.
 *
 * @param measure the measure
 * @param savedAt when it was saved last, ISO 8601
 * @param level level of its area; empty if the edition does not know the area
 * @param name name of its area; empty likewise
 */
record AreaMeasure(Measure measure, String savedAt, String level, String name) {

  /** All measures, by their first day, then id. */
  static List<AreaMeasure> list(RecordStore records, Snapshot snapshot, String edition) {
    var measures = new ArrayList<AreaMeasure>();
    for (var saved : records.list(Measure.KIND)) {
      measures.add(of(saved, snapshot, edition));
    }
    measures.sort(
        Comparator.comparing((AreaMeasure one) -> one.measure().from())
            .thenComparing(one -> one.measure().id()));
    return measures;
  }

  static AreaMeasure of(SavedRecord saved, Snapshot snapshot, String edition) {
    var measure = Measure.of(saved);
    var area = findArea(snapshot, edition, measure.area());
    return new AreaMeasure(
        measure,
        saved.savedAt().toString(),
        area.map(AreaEntry::level).orElse(""),
        area.map(AreaEntry::name).orElse(""));
  }

  /** Those of an area, of what lies within it, and of what holds it. */
  static List<AreaMeasure> list(
      RecordStore records, Snapshot snapshot, String edition, AreaEntry area) {
    return list(records, snapshot, edition).stream()
        .filter(one -> concerns(one, snapshot, edition, area))
        .toList();
  }

  private static boolean concerns(
      AreaMeasure measure, Snapshot snapshot, String edition, AreaEntry area) {
    var own = findArea(snapshot, edition, measure.measure().area());
    return own.isPresent()
        && (own.get().equals(area) || holds(own.get(), area) || holds(area, own.get()));
  }

  private static boolean holds(AreaEntry holder, AreaEntry member) {
    return holder.code().equals(member.ancestors().get(holder.level()));
  }

  private static Optional<AreaEntry> findArea(Snapshot snapshot, String edition, String code) {
    return snapshot.areas(edition).find(new AreaCode(code));
  }

  /** Tells lists of measures apart, also when one of them was changed. */
  static String key(List<AreaMeasure> measures) {
    return measures.stream()
        .map(one -> one.measure().id() + "@" + one.savedAt() + "/" + one.measure().hashCode())
        .collect(Collectors.joining(","));
  }

  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", measure.id());
    json.putAll(measure.json());
    json.put("level", level.isEmpty() ? null : level);
    json.put("areaName", name.isEmpty() ? null : name);
    json.put("savedAt", savedAt);
    return json;
  }
}
