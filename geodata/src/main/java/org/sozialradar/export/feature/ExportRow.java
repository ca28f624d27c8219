package org.sozialradar.export.feature;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.filter.Value;

/**
 * A feature with its values.
 *
 * @param id unique in the layer; formats whose features have ids of their own carry it, others have
 *     it only if a column repeats it
 * @param geometry in EPSG:4326, longitude first; not to be changed
 * @param values in the order of the columns, {@link Value#MISSING} where there is none
 */
public record ExportRow(String id, Optional<Geometry> geometry, List<Value> values) {
  public ExportRow {
    values = List.copyOf(values);
  }
}
