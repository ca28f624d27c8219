package org.sozialradar.ingest.microdata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.store.ImportBatch;

/** The edition 2024: two municipalities of one state, squares beside each other. */
final class Squares {
  private Squares() {}

  static ImportBatch batch() {
    var west = area("14511000", "municipality", 12.8, 13.0, Map.of("state", new AreaCode("14")));
    var east = area("14521010", "municipality", 13.0, 13.2, Map.of("state", new AreaCode("14")));
    var both = area("14", "state", 12.8, 13.2, Map.of());
    var title = LocalizedText.same("2024");
    return new ImportBatch(
        new Dataset(
            "squares",
            LocalizedText.same("squares"),
            "Amt",
            new Licence("CC0", "CC0", ""),
            "Amt",
            "2024",
            false,
            List.of(),
            Instant.EPOCH),
        List.of(new BoundaryVersion("2024", LocalDate.of(2024, 1, 1), title, "squares")),
        List.of(
            new ImportBatch.AreaSet("2024", AreaLevel.STATE, List.of(both), List.of()),
            new ImportBatch.AreaSet(
                "2024", AreaLevel.MUNICIPALITY, List.of(west, east), List.of())),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        true);
  }

  private static Area area(
      String code, String level, double west, double east, Map<String, AreaCode> ancestors) {
    var square = new GeometryFactory().toGeometry(new Envelope(west, east, 50.7, 50.9));
    return new Area(new AreaCode(code), level, "Ort", "", ancestors, Map.of(), square);
  }
}
