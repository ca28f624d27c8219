package org.sozialradar.sample;

import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.AreaCode;

/**
 * An area of the sample.
 *
 * @param code its key
 * @param name its name
 * @param designation kind after its law, such as {@code Stadt}
 * @param geometry polygon or multipolygon in EPSG:4326, longitude before latitude
 */
record SampleFeature(AreaCode code, String name, String designation, Geometry geometry) {
  SampleFeature renamed(AreaCode newCode, String newName) {
    return new SampleFeature(newCode, newName, designation, geometry);
  }

  SampleFeature withGeometry(Geometry other) {
    return new SampleFeature(code, name, designation, other);
  }
}
