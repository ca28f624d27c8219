package org.sozialradar.export.feature;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.layer.GeometryKind;

/**
 * What is about to be written: one layer of features with the same columns.
 *
 * @param name name of the layer in the file, such as {@code municipality_2023}: lower case letters,
 *     digits, {@code _ - .}, a letter or digit first, at most 100
 * @param title what people call it
 * @param description what it holds
 * @param shape what its geometries are
 * @param system coordinate system to write; formats that fix the order of axes keep theirs
 * @param columns the columns, each name once (upper and lower case count as the same)
 * @param rows how many rows will be written, exactly
 * @param metadata where the data come from
 */
public record ExportLayer(
    String name,
    LocalizedText title,
    LocalizedText description,
    GeometryKind shape,
    ReferenceSystem system,
    List<ExportColumn> columns,
    long rows,
    ExportMetadata metadata) {
  public ExportLayer {
    if (!name.matches("[a-z0-9][a-z0-9._-]{0,99}")) {
      throw new IllegalArgumentException("not a name of a layer: " + name);
    }
    if (rows < 0) {
      throw new IllegalArgumentException(rows + " rows");
    }
    columns = List.copyOf(columns);
    var names = new HashSet<String>();
    for (var column : columns) {
      if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("column " + column.name() + " twice");
      }
    }
  }

  /** The title in the language of the metadata; example data say so. */
  public String shownTitle() {
    String shown = metadata.in(title);
    if (!metadata.isExample()) {
      return shown;
    }
    return shown
        + (metadata.language().equals("de")
            ? " (Beispieldaten, erfunden)"
            : " (example data, invented)");
  }
}
