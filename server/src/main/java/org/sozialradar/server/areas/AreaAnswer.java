package org.sozialradar.server.areas;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.sozialradar.server.snapshot.MilestoneEntry;
import org.sozialradar.server.snapshot.Succession;

/**
 * An area as lists show it; what is not known is null.
 *
 * @param bbox west, south, east, north
 * @param center longitude and latitude of a point within
 */
record AreaAnswer(
    String code,
    String name,
    String designation,
    String level,
    String edition,
    Named district,
    List<Double> bbox,
    List<Double> center) {

  /** Key and name of an area. */
  record Named(String code, String name) {}

  /** Key and name of an area with its level. */
  record Placed(String level, String code, String name) {}

  /**
   * All that is known of an area. {@code members} counts the areas of the finest level within it.
   */
  record Detail(
      long revision,
      @JsonUnwrapped AreaAnswer area,
      List<Placed> ancestors,
      int members,
      Double areaKm2,
      boolean hasGeometry,
      List<Succession.Relative> predecessors,
      List<Succession.Relative> successors,
      List<Placed> groups,
      List<MilestoneEntry> milestones) {}
}
