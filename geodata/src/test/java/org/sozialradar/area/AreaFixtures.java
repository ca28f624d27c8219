package org.sozialradar.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.GeometryFactory;

/** Areas without geometry for tests. */
public final class AreaFixtures {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private AreaFixtures() {}

  public static AreaCode code(String code) {
    return new AreaCode(code);
  }

  /**
   * An area.
   *
   * @param ancestors level and code by turns
   */
  public static Area area(String level, String code, String... ancestors) {
    return area(level, code, Map.of(), ancestors);
  }

  public static Area area(
      String level, String code, Map<String, String> attributes, String... ancestors) {
    var holders = new TreeMap<String, AreaCode>();
    for (int i = 0; i < ancestors.length; i += 2) {
      holders.put(ancestors[i], code(ancestors[i + 1]));
    }
    return new Area(
        code(code), level, "Name " + code, "", holders, attributes, GEOMETRIES.createPolygon());
  }

  public static AreaHierarchy hierarchy(Area... areas) {
    var byLevel = new TreeMap<String, List<Area>>();
    for (var area : areas) {
      byLevel.computeIfAbsent(area.level(), level -> new ArrayList<>()).add(area);
    }
    return AreaHierarchy.of(byLevel);
  }

  public static AreaCorrespondence.Link link(
      String from, String to, double population, double area) {
    return new AreaCorrespondence.Link(code(from), code(to), population, area);
  }

  public static AreaCorrespondence.Link same(String code) {
    return link(code, code, 1, 1);
  }

  public static AreaCorrespondence.Link merged(String from, String to) {
    return link(from, to, 1, 1);
  }

  public static AreaCorrespondence crosswalk(
      String from, String to, AreaCorrespondence.Link... links) {
    return new AreaCorrespondence(from, to, "municipality", "crosswalk", List.of(links));
  }
}
