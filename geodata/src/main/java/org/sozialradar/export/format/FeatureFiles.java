package org.sozialradar.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.export.feature.CsvFeatures;
import org.sozialradar.export.feature.ExportLayer;
import org.sozialradar.export.feature.FeatureFormat;
import org.sozialradar.export.feature.FeatureSink;
import org.sozialradar.export.feature.FlatGeobufFeatures;
import org.sozialradar.export.feature.GeoJsonFeatures;
import org.sozialradar.export.geopackage.GeoPackageFeatures;

/** Opens files of features to write. Stateless and safe for use by many threads. */
public final class FeatureFiles {
  private FeatureFiles() {}

  /**
   * Begins a file of a layer.
   *
   * @param dialect how CSV is written; other formats do not look at it
   * @param out where the file goes; never closed here
   * @param folder an existing folder for temporary files, which closing the sink deletes; formats
   *     that cannot be written from beginning to end need as much place as the file
   * @throws IllegalArgumentException if the format cannot be written in the layer's system, see
   *     {@link FeatureFormat#takes}
   */
  public static FeatureSink open(
      FeatureFormat format, ExportLayer layer, CsvDialect dialect, OutputStream out, Path folder)
      throws IOException {
    if (!format.takes(layer.system())) {
      throw new IllegalArgumentException(format.id() + " cannot be in " + layer.system().uri());
    }
    return switch (format) {
      case GEOJSON -> GeoJsonFeatures.collection(layer, out);
      case GEOJSON_SEQ -> GeoJsonFeatures.lines(layer, out);
      case GEOPACKAGE -> GeoPackageFeatures.open(layer, out, folder);
      case FLATGEOBUF -> FlatGeobufFeatures.open(layer, out, folder);
      case CSV -> new CsvFeatures(layer, dialect, out);
    };
  }
}
