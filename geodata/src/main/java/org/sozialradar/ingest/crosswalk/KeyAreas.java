package org.sozialradar.ingest.crosswalk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.GermanKeys;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.InvalidSettingException;
import org.sozialradar.ingest.crosswalk.CrosswalkSettings.KeyEdition;
import org.sozialradar.store.ImportBatch;

/** Makes editions of keys and names, where no boundaries are known. */
final class KeyAreas {
  private static final Geometry NOWHERE = new GeometryFactory().createPolygon();

  private KeyAreas() {}

  /**
   * Puts an edition with its areas and, for municipalities, their states.
   *
   * @return number of areas of the level
   */
  static int put(
      KeyEdition edition, SortedMap<AreaCode, String> names, String level, BatchBuilder batch) {
    var ownLevel =
        batch
            .findLevel(level)
            .orElseThrow(
                () ->
                    new InvalidSettingException(
                        "die Ebene „" + level + "“ gibt es nicht",
                        "there is no level '" + level + "'"));
    if (batch.findEdition(edition.id()).isEmpty()) {
      batch.putEdition(
          new BoundaryVersion(
              edition.id(), edition.validFrom(), edition.title(), batch.datasetId()));
    }
    var areas = new ArrayList<Area>();
    var states = new TreeMap<String, Area>();
    names.forEach(
        (code, name) -> {
          areas.add(area(code, name, level, ancestors(code)));
          states.computeIfAbsent(GermanKeys.stateOfAgs(code.value()), KeyAreas::state);
        });
    batch.putAreas(new ImportBatch.AreaSet(edition.id(), ownLevel, areas, List.of()));
    if (batch.listCodes(edition.id(), AreaLevel.STATE.id()).isEmpty()) {
      batch.putAreas(
          new ImportBatch.AreaSet(
              edition.id(), AreaLevel.STATE, List.copyOf(states.values()), List.of()));
    }
    return areas.size();
  }

  private static Area area(
      AreaCode code, String text, String level, Map<String, AreaCode> ancestors) {
    int comma = text.indexOf(", ");
    String name = comma < 0 ? text : text.substring(0, comma);
    String designation = comma < 0 ? "" : text.substring(comma + 2);
    return new Area(
        code,
        level,
        name.isBlank() ? code.value() : name,
        designation,
        ancestors,
        Map.of(),
        NOWHERE);
  }

  private static Map<String, AreaCode> ancestors(AreaCode code) {
    var ancestors = new TreeMap<String, AreaCode>();
    String ags = code.value();
    ancestors.put(AreaLevel.STATE.id(), new AreaCode(GermanKeys.stateOfAgs(ags)));
    ancestors.put(AreaLevel.DISTRICT.id(), new AreaCode(GermanKeys.districtOfAgs(ags)));
    GermanKeys.findRegionOfAgs(ags)
        .ifPresent(region -> ancestors.put(AreaLevel.REGION.id(), new AreaCode(region)));
    return ancestors;
  }

  private static Area state(String key) {
    String name = GermanKeys.findStateName(key).orElse(key);
    return area(new AreaCode(key), name, AreaLevel.STATE.id(), Map.of());
  }
}
