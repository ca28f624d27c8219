package org.sozialradar.filter.cql2;

import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;

/**
 * The coordinate system in which the geometries of a filter are written.
 *
 * @param northFirst whether north or latitude comes before east or longitude
 * @param degrees whether coordinates are degrees, so that a box may cross the antimeridian
 * @param toData brings a geometry into the system of the data
 */
public record Frame(boolean northFirst, boolean degrees, UnaryOperator<Geometry> toData) {
  /** That of the data: degrees, longitude first. */
  public static final Frame OF_DATA = new Frame(false, true, UnaryOperator.identity());
}
