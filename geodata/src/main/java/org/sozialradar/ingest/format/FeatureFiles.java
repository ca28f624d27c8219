package org.sozialradar.ingest.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.feature.FeatureFileIssues;
import org.sozialradar.ingest.feature.FeatureReader;
import org.sozialradar.ingest.feature.FlatGeobufReader;
import org.sozialradar.ingest.feature.GeoJsonReader;
import org.sozialradar.ingest.feature.KmlReader;
import org.sozialradar.ingest.feature.ShapefileReader;
import org.sozialradar.ingest.feature.WantedShapes;
import org.sozialradar.ingest.geopackage.GeoPackageReader;

/** Finds the reader for a file, by its first bytes, else by its name. */
public final class FeatureFiles {
  private static final int BEGINNING = 64;

  private FeatureFiles() {}

  /**
   * The reader for a file.
   *
   * @param layer layer to read; empty if the file has one only
   * @param encoding of attributes in formats that do not say it; empty if unknown
   * @throws InputRejectedException if the format is unknown
   */
  public static FeatureReader reader(
      InputFile file, String layer, String encoding, WantedShapes wanted) {
    String beginning = beginning(file);
    String name = file.formatName();
    if (beginning.startsWith("SQLite format 3\0") || name.endsWith(".gpkg")) {
      return new GeoPackageReader(layer, wanted);
    }
    if (beginning.startsWith("PK") || name.endsWith(".zip")) {
      return new ShapefileReader(layer, encoding, wanted);
    }
    if (beginning.startsWith("fgb") || name.endsWith(".fgb")) {
      return new FlatGeobufReader(wanted);
    }
    if (name.endsWith(".kml")) {
      return new KmlReader(wanted);
    }
    boolean json =
        beginning.replace("\u00ef\u00bb\u00bf", "").stripLeading().matches("(?s)[\\[{].*");
    if (json || name.endsWith("json")) {
      return new GeoJsonReader(wanted);
    }
    throw new InputRejectedException(
        FeatureFileIssues.UNKNOWN_FORMAT.at(IssuePlace.ofFile(file.name()), ""));
  }

  private static String beginning(InputFile file) {
    try (var in = file.open()) {
      return new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }
}
