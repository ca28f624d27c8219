package org.sozialradar.server.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.export.feature.FeatureFormat;

/**
 * A format in which something can leave.
 *
 * @param id name in the API
 * @param table what its rows are
 * @param features how its rows are written
 */
public record ExportFormat(String id, Table table, FeatureFormat features) {
  /** What the rows of a file are. */
  public enum Table {
    /** A row for each area or feature, with columns for each indicator and period. */
    WIDE,
    /** A row for each area, indicator and period. */
    LONG,
    /** A row for each column of the wide table, and for each status and class. */
    CODEBOOK;

    /** Name in files. */
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final ExportFormat LONG =
      new ExportFormat("csv-long", Table.LONG, FeatureFormat.CSV);
  private static final ExportFormat CODEBOOK =
      new ExportFormat("codebook", Table.CODEBOOK, FeatureFormat.CSV);

  /** All formats. */
  public static List<ExportFormat> all() {
    var all = new ArrayList<ExportFormat>();
    for (var format : FeatureFormat.values()) {
      all.add(new ExportFormat(format.id(), Table.WIDE, format));
    }
    all.add(LONG);
    all.add(CODEBOOK);
    return List.copyOf(all);
  }

  /** The format of that name. */
  public static Optional<ExportFormat> find(String id) {
    return all().stream().filter(one -> one.id.equals(id)).findFirst();
  }

  /** Whether it is text in cells, which can be written in several dialects. */
  public boolean isCsv() {
    return features == FeatureFormat.CSV;
  }

  /** The coordinate systems in which it can hold geometries; none if it holds no geometries. */
  public List<ReferenceSystem> systems() {
    return isCsv()
        ? List.of()
        : List.of(ReferenceSystem.values()).stream().filter(features::takes).toList();
  }
}
